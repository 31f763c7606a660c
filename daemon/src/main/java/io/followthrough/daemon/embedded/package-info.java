/** The tracker that needs no account: tickets in memory, kept in a file beside the store. */
@NullMarked
package io.followthrough.daemon.embedded;

import org.jspecify.annotations.NullMarked;
