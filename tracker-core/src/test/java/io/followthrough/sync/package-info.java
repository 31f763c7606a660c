@NullMarked
package io.followthrough.sync;

import org.jspecify.annotations.NullMarked;
