package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A request that reached the stub of Linear, and what became of it.
 *
 * @param operation the name of the GraphQL operation, such as {@code CreateIssue}
 * @param complexity in Linear's points
 * @param status what was answered; 0 where the connection just ended
 */
public record StubExchange(
    Instant at,
    String operation,
    boolean isWrite,
    JsonNode variables,
    double complexity,
    int status,
    String reply) {}
