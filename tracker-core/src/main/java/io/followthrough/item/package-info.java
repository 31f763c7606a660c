/** What an action item is: its identity, its words, its people, its place in a tracker. */
@NullMarked
package io.followthrough.item;

import org.jspecify.annotations.NullMarked;
