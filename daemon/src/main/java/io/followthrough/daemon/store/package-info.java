/** The ledger in a database: JDBC and Flyway, here and nowhere else. */
@NullMarked
package io.followthrough.daemon.store;

import org.jspecify.annotations.NullMarked;
