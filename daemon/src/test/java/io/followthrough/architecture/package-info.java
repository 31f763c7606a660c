/** The walls of the design, held by tests. */
@NullMarked
package io.followthrough.architecture;

import org.jspecify.annotations.NullMarked;
