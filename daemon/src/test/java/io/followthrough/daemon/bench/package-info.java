/** What the program costs, beside what it could cost at the least; run by {@code -Pbench}. */
@NullMarked
package io.followthrough.daemon.bench;

import org.jspecify.annotations.NullMarked;
