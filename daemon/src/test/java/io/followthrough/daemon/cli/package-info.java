@NullMarked
package io.followthrough.daemon.cli;

import org.jspecify.annotations.NullMarked;
