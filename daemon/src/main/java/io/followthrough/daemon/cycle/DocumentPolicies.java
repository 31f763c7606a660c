package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.ParsedDocument;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.extract.ExtractContext;
import io.followthrough.extract.ExtractRules;
import io.followthrough.extract.Extracted;
import io.followthrough.extract.Extraction;
import io.followthrough.item.Incident;
import io.followthrough.item.Lapse;
import io.followthrough.ledger.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** When a document of a source counts, and what for. */
public final class DocumentPolicies {
  private static final String FIRST_RUN = "first-run";

  private final Map<String, Policy> policies;

  /** The policies by the names of the sources. */
  public DocumentPolicies(Map<String, Policy> policies) {
    this.policies = Map.copyOf(policies);
  }

  /**
   * The policy of one source.
   *
   * @param firstDate the first day that is no history, given the instant of the first run
   * @param learns whether history is kept at all
   * @param label that a document has to carry before it counts
   * @param frontMatter a key and the value that it has to have
   * @param unedited for how long it has to stand unedited
   */
  public record Policy(
      Function<Instant, LocalDate> firstDate,
      boolean learns,
      Optional<String> label,
      Optional<Map.Entry<String, String>> frontMatter,
      Optional<Lapse> unedited,
      ZoneId zone,
      ExtractRules rules) {
    public Policy {
      requireNonNull(firstDate, "firstDate is null");
      requireNonNull(label, "label is null");
      requireNonNull(frontMatter, "frontMatter is null");
      requireNonNull(unedited, "unedited is null");
      requireNonNull(zone, "zone is null");
      requireNonNull(rules, "rules is null");
    }

    Extracted extract(ParsedDocument parsed, PostmortemDocument document) {
      LocalDate day = LocalDate.ofInstant(bornAt(document), zone);
      return Extraction.of(parsed, rules, new ExtractContext(document.path(), Optional.of(day)));
    }

    /** A label may be the source's own or stand in the front matter. */
    boolean isReady(
        PostmortemDocument document, ParsedDocument parsed, List<String> labels, Instant now) {
      boolean labelled =
          label
              .map(wanted -> document.labels().contains(wanted) || labels.contains(wanted))
              .orElse(true);
      boolean stated =
          frontMatter
              .map(
                  wanted ->
                      parsed.frontMatter().getOrDefault(wanted.getKey(), List.of()).stream()
                          .anyMatch(wanted.getValue()::equalsIgnoreCase))
              .orElse(true);
      boolean quiet =
          unedited
              .map(lapse -> !now.isBefore(lapse.after(document.modifiedAt(), zone)))
              .orElse(true);
      return labelled && stated && quiet;
    }

    boolean isHistory(PostmortemDocument document, Incident incident, Instant firstRun) {
      LocalDate day = incident.date().orElseGet(() -> LocalDate.ofInstant(bornAt(document), zone));
      return day.isBefore(firstDate.apply(firstRun));
    }

    private static Instant bornAt(PostmortemDocument document) {
      return document.createdAt().orElse(document.modifiedAt());
    }
  }

  Policy of(String source) {
    return Optional.ofNullable(policies.get(source))
        .orElseThrow(() -> new IllegalStateException("no policy for source " + source));
  }

  /** The installation looked earlier than its ledger knows: a ticket of ours is that old. */
  public static void lookedBefore(Books books, Instant ticket) {
    if (firstRun(books, ticket).isAfter(ticket)) {
      books.settings().put(FIRST_RUN, ticket.toString());
    }
  }

  /** When the installation first looked; written down once. */
  public static Instant firstRun(Books books, Instant now) {
    Optional<Instant> first = books.settings().get(FIRST_RUN).map(Instant::parse);
    if (first.isEmpty()) {
      books.settings().put(FIRST_RUN, now.toString());
    }
    return first.orElse(now);
  }
}
