/**
 * The configuration file: read whole with its places, checked against its schema and in its meaning
 * with every problem told at once, then bound into one record for each section.
 */
@NullMarked
package io.followthrough.daemon.config;

import org.jspecify.annotations.NullMarked;
