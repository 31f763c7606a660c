/** Tests of the channels, each against a stand-in that speaks its protocol. */
@NullMarked
package io.followthrough.daemon.channel;

import org.jspecify.annotations.NullMarked;
