/** Action items and the facts of an incident, read out of the blocks of a document. */
@NullMarked
package io.followthrough.extract;

import org.jspecify.annotations.NullMarked;
