/** The program as users have it: its command line against a tracker that keeps state. */
@NullMarked
package io.followthrough.daemon.acceptance;

import org.jspecify.annotations.NullMarked;
