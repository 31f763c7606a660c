@NullMarked
package io.followthrough.extract;

import org.jspecify.annotations.NullMarked;
