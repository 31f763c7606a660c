/** Linear as a tracker and as a source of documents. */
@NullMarked
package io.followthrough.connector.linear;

import org.jspecify.annotations.NullMarked;
