/** Sources that need no vendor: a directory. */
@NullMarked
package io.followthrough.daemon.source;

import org.jspecify.annotations.NullMarked;
