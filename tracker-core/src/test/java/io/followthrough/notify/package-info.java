/** Channels in memory, for tests. */
@NullMarked
package io.followthrough.notify;

import org.jspecify.annotations.NullMarked;
