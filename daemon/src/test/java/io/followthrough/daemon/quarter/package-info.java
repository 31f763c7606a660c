/** A quarter of an organisation on a manual clock, for tests of all that comes of months. */
@NullMarked
package io.followthrough.daemon.quarter;

import org.jspecify.annotations.NullMarked;
