/** The composition of the daemon, by hand. */
@NullMarked
package io.followthrough.daemon.app;

import org.jspecify.annotations.NullMarked;
