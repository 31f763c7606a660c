/** Postmortem documents: where they come from, and their text as blocks. */
@NullMarked
package io.followthrough.document;

import org.jspecify.annotations.NullMarked;
