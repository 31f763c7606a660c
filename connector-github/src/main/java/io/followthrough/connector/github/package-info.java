/** GitHub as a tracker and as a source of documents. */
@NullMarked
package io.followthrough.connector.github;

import org.jspecify.annotations.NullMarked;
