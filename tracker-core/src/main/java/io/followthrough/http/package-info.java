/**
 * The one way to a vendor's API over HTTP: bounded, timed, redacted, and never repeating a write.
 */
@NullMarked
package io.followthrough.http;

import org.jspecify.annotations.NullMarked;
