/** The pure difference between what documents promise and what trackers hold. */
@NullMarked
package io.followthrough.plan;

import org.jspecify.annotations.NullMarked;
