/** Channels beside the trackers, and what is told on them. */
@NullMarked
package io.followthrough.notify;

import org.jspecify.annotations.NullMarked;
