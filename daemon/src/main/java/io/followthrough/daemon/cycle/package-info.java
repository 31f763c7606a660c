/** Start reading here: the product in its cycles. */
@NullMarked
package io.followthrough.daemon.cycle;

import org.jspecify.annotations.NullMarked;
