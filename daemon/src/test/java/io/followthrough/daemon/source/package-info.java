@NullMarked
package io.followthrough.daemon.source;

import org.jspecify.annotations.NullMarked;
