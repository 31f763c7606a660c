/** Reviews as they are kept and as they are printed: JSON, CSV, Markdown, one page of HTML. */
@NullMarked
package io.followthrough.daemon.review;

import org.jspecify.annotations.NullMarked;
