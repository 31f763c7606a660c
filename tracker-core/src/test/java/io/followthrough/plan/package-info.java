@NullMarked
package io.followthrough.plan;

import org.jspecify.annotations.NullMarked;
