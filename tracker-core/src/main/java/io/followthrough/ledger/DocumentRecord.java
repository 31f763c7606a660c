package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.item.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document as it was last read.
 *
 * @param version the source's own token of its content, compared for equality only
 * @param readyAt since when it counts; absent while it is a draft
 * @param history true where it is older than {@code since}
 * @param rules the fingerprint of the rules it was judged with; another one means: read again
 * @param problem why it could not be read this time; its items stay as they were
 * @param goneAt since when the source no longer has it
 */
public record DocumentRecord(
    Origin origin,
    String version,
    Instant firstSeenAt,
    Instant readAt,
    Optional<Instant> readyAt,
    boolean history,
    String rules,
    Optional<String> problem,
    Optional<Instant> goneAt) {
  public DocumentRecord {
    requireNonNull(origin, "origin is null");
    requireNonNull(version, "version is null");
    requireNonNull(firstSeenAt, "firstSeenAt is null");
    requireNonNull(readAt, "readAt is null");
    requireNonNull(readyAt, "readyAt is null");
    requireNonNull(rules, "rules is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(goneAt, "goneAt is null");
  }

  /**
   * What a later postmortem may share with it or call it by: its failure modes, its incident's id
   * and title, its path and its link, each normalised.
   */
  public Set<String> catchwords() {
    Incident incident = origin.incident();
    return Stream.of(
            incident.failureModes().stream(),
            incident.id().stream(),
            incident.title().stream(),
            Stream.of(origin.path()),
            origin.link().stream())
        .flatMap(Function.identity())
        .map(Words::normalise)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same document, to be read and judged again though it has not changed. */
  public DocumentRecord toBeJudged() {
    return new DocumentRecord(
        origin, version, firstSeenAt, readAt, readyAt, history, "", problem, goneAt);
  }
}
