/** The pure decision which promises become tickets, and how the others can be mended. */
@NullMarked
package io.followthrough.gate;

import org.jspecify.annotations.NullMarked;
