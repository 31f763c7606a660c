/** The page, the health, the metrics and the API that people and machines read the daemon by. */
@NullMarked
package io.followthrough.daemon.web;

import org.jspecify.annotations.NullMarked;
