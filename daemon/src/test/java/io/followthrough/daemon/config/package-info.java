@NullMarked
package io.followthrough.daemon.config;

import org.jspecify.annotations.NullMarked;
