/** What is said on tickets, to whom and when: the ladder, the working calendar, repeats. Pure. */
@NullMarked
package io.followthrough.followup;

import org.jspecify.annotations.NullMarked;
