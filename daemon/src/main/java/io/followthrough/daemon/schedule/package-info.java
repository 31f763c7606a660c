/** When the cycles run: Quartz in the daemon, a virtual timeline in the demo and in tests. */
@NullMarked
package io.followthrough.daemon.schedule;

import org.jspecify.annotations.NullMarked;
