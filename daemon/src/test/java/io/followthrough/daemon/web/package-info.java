/** Tests of the page, over loopback. */
@NullMarked
package io.followthrough.daemon.web;

import org.jspecify.annotations.NullMarked;
