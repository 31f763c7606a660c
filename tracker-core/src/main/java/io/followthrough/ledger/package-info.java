/** Ports of the store: items, documents, mirrors, follow-ups, outbox, journal, settings. */
@NullMarked
package io.followthrough.ledger;

import org.jspecify.annotations.NullMarked;
