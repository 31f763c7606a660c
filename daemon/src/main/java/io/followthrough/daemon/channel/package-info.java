/** Slack, e-mail and webhook: the ways to people and programs beside the comment on the ticket. */
@NullMarked
package io.followthrough.daemon.channel;

import org.jspecify.annotations.NullMarked;
