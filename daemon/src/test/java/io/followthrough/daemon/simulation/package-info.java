/** Random histories of the whole program, each of which can be played again by its seed. */
@NullMarked
package io.followthrough.daemon.simulation;

import org.jspecify.annotations.NullMarked;
