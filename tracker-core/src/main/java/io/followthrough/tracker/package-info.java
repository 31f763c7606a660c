/** The service-provider interface of trackers: small, and dependent on nothing else of ours. */
@NullMarked
package io.followthrough.tracker;

import org.jspecify.annotations.NullMarked;
