/** Where an item stands, as every reader of it is told: the command, the page, the API. */
@NullMarked
package io.followthrough.daemon.status;

import org.jspecify.annotations.NullMarked;
