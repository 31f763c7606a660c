package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place where postmortems are read.
 *
 * @param name unique among the sources
 * @param type such as {@code directory} or {@code github}
 * @param location what that type needs to find the documents
 * @param values every setting but the secrets, by keys with dots such as {@code states.blocked};
 *     the values of a list are parted by commas
 * @param secrets by keys with dots, such as {@code auth.token}
 * @param include patterns of files, relative to the place; empty where documents are no files
 * @param since from when on documents are acted upon
 * @param history what older documents are for
 * @param ready when a document counts
 * @param visibility who may read the documents; to be found out if absent
 * @param settle for so long after that changes are carried over without a word
 * @param mode whether anything is written on its account
 * @param link the address of a line with {@code {commit}}, {@code {path}} and {@code {line}}
 */
public record SourceConfig(
    String name,
    String type,
    SourceLocation location,
    Map<String, String> values,
    Map<String, Secret> secrets,
    List<String> include,
    Since since,
    History history,
    Ready ready,
    Optional<Visibility> visibility,
    Lapse settle,
    Mode mode,
    Optional<String> link) {
  /** What documents older than {@code since} are for. */
  public enum History {
    /** They teach: repeats, the review, the tickets they link. */
    LEARN,
    /** They are not read. */
    IGNORE
  }

  /** Who may read the documents. */
  public enum Visibility {
    PRIVATE,
    PUBLIC
  }

  public SourceConfig {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(location, "location is null");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    include = List.copyOf(include);
    requireNonNull(since, "since is null");
    requireNonNull(history, "history is null");
    requireNonNull(ready, "ready is null");
    requireNonNull(visibility, "visibility is null");
    requireNonNull(settle, "settle is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(link, "link is null");
  }

  /** Returns the secret under a key with dots, such as {@code auth.token}. */
  public Optional<Secret> secret(String key) {
    return Optional.ofNullable(secrets.get(key));
  }

  static SourceConfig of(Section section) {
    return new SourceConfig(
        section.text("name"),
        section.text("type"),
        SourceLocation.of(section),
        section.values(),
        section.secrets(),
        section.texts("include"),
        Since.parse(section.text("since")),
        section.word("history", History.class),
        Ready.of(section.section("ready")),
        section.optional("visibility", it -> Section.constant(it, Visibility.class)),
        section.lapse("settle"),
        section.word("mode", Mode.class),
        section.optionalText("link"));
  }
}
