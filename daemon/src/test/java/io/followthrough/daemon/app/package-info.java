@NullMarked
package io.followthrough.daemon.app;

import org.jspecify.annotations.NullMarked;
