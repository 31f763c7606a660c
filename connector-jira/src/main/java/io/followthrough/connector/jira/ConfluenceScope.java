package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.SourceSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * Which pages are documents.
 *
 * @param space the space's key
 * @param label that a page has to carry
 * @param parent the id of the page that they all stand below
 */
record ConfluenceScope(String space, Optional<String> label, Optional<String> parent) {
  ConfluenceScope {
    requireNonNull(space, "space is null");
    label = label.map(name -> name.strip().toLowerCase(Locale.ROOT));
    parent.ifPresent(
        id -> {
          if (!id.matches("\\d{1,19}")) {
            throw new IllegalArgumentException(
                "parent is the id of a page, the number in its address");
          }
        });
  }

  /**
   * Reads {@code space}, {@code label} and {@code parent}.
   *
   * @throws IllegalArgumentException where one is wrong
   */
  static ConfluenceScope of(SourceSettings settings) {
    return new ConfluenceScope(
        settings.required("space").strip(),
        settings.value("label"),
        settings.value("parent").map(String::strip));
  }

  /** The scope in Confluence's query language. */
  String cql() {
    return "type = page and space = "
        + quoted(space)
        + label.map(name -> " and label = " + quoted(name)).orElse("")
        + parent.map(id -> " and ancestor = " + id).orElse("");
  }

  /** Whether a page is in the scope: a search may tell of others too. */
  boolean has(ConfluencePage page) {
    return page.space().equalsIgnoreCase(space)
        && label.map(page.labels()::contains).orElse(true)
        && parent
            .map(id -> page.ancestors().filter(above -> above.contains(id)).isPresent())
            .orElse(true);
  }

  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
