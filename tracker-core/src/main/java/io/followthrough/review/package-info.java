/** The reliability review: what became of the promises of a month or a quarter. Pure. */
@NullMarked
package io.followthrough.review;

import org.jspecify.annotations.NullMarked;
