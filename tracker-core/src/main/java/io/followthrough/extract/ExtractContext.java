package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a document beside its text.
 *
 * @param path its path or name
 * @param documentDate the day from which "in two weeks" counts, where the document states none
 */
public record ExtractContext(String path, Optional<LocalDate> documentDate) {
  public ExtractContext {
    requireNonNull(path, "path is null");
    requireNonNull(documentDate, "documentDate is null");
  }
}
