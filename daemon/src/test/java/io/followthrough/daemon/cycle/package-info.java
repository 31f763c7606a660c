/** The cycles' own tests. */
@NullMarked
package io.followthrough.daemon.cycle;

import org.jspecify.annotations.NullMarked;
