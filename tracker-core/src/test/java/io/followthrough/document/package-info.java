@NullMarked
package io.followthrough.document;

import org.jspecify.annotations.NullMarked;
