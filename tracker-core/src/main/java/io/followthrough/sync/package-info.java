/**
 * The doers at the tracker's edge: dispatcher, poller, and the only retries, limits and breakers.
 */
@NullMarked
package io.followthrough.sync;

import org.jspecify.annotations.NullMarked;
