package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Nearest;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.cycle.Focus;
import io.followthrough.daemon.cycle.FocusedSource;
import io.followthrough.daemon.cycle.Intake;
import io.followthrough.daemon.cycle.Secrecy;
import io.followthrough.daemon.status.DiscreetLedger;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceException;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Origin;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Finds the document or the item that a person means: a document's path as {@code status} shows it,
 * {@code source:path}, a file below a source's folder; the beginning of an item's id, its ticket's
 * key or URL. Reads lists of documents, and no document.
 */
final class FocusFinder {
  private static final int PAGE = 500;

  private final Configuration configuration;
  private final Ledger ledger;
  private final List<DocumentSource> sources;
  private final Intake intake;
  private final Secrecy secrecy;

  FocusFinder(Configuration configuration, Ledger ledger, List<DocumentSource> sources) {
    this.configuration = configuration;
    this.ledger = ledger;
    this.sources = List.copyOf(sources);
    this.intake = new Intake(ledger, Rules.fingerprint(configuration));
    this.secrecy = Rules.secrecy(configuration);
  }

  /**
   * What a text means.
   *
   * @throws IllegalArgumentException where it means nothing, or several things
   */
  Focus find(String typed) {
    String text = typed.strip();
    Set<String> keys = keys(text);
    List<String> known =
        ledger.read(
            books -> keys.stream().filter(k -> books.documents().find(k).isPresent()).toList());
    if (!known.isEmpty()) {
      return onDocument(only(text, known));
    }
    List<ActionItem> items = ledger.read(books -> books.items().matching(text));
    if (!items.isEmpty()) {
      String id = only(text, items.stream().map(item -> item.id().value()).toList());
      ActionItem item =
          items.stream().filter(it -> it.id().value().equals(id)).findFirst().orElseThrow();
      return Focus.onItem(item.id(), reading(item.origin().documentKey()));
    }
    Set<String> names = new TreeSet<>(knownNames());
    List<String> fresh = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    for (DocumentSource source : sources) {
      try {
        for (DocumentSource.Entry entry : intake.list(source).changed()) {
          String key = source.name() + ":" + entry.path();
          if (keys.contains(key)) {
            fresh.add(key);
          } else if (!secrecy.isByPath(entry.path())) {
            names.add(entry.path());
          }
        }
      } catch (SourceException e) {
        unlisted.add(String.valueOf(e.getMessage()));
      }
    }
    if (fresh.isEmpty()) {
      throw new IllegalArgumentException(unknown(text, names, unlisted));
    }
    return onDocument(only(text, fresh));
  }

  private Focus onDocument(String key) {
    return Focus.onDocument(key, reading(key));
  }

  /** The document's source, narrowed to it; absent where it is read already, or not there. */
  private Optional<DocumentSource> reading(String key) {
    return sources.stream()
        .filter(source -> key.startsWith(source.name() + ":"))
        .findFirst()
        .flatMap(source -> reading(source, key.substring(source.name().length() + 1)));
  }

  private Optional<DocumentSource> reading(DocumentSource source, String path) {
    Intake.Listing listing;
    try {
      listing = intake.list(source);
    } catch (SourceException e) {
      return Optional.of(
          new FocusedSource(
              source,
              () -> {
                throw e;
              }));
    }
    Optional<DocumentSource.Entry> entry =
        listing.changed().stream().filter(it -> it.path().equals(path)).findFirst();
    if (entry.isPresent() && !listing.gone().isEmpty()) {
      throw new IllegalArgumentException(
          path
              + " changed, and a document of the source "
              + source.name()
              + " is gone that it may have been before: only a whole `followthrough sync` can tell");
    }
    return entry.map(it -> new FocusedSource(source, () -> it));
  }

  /** The keys of all documents that may be meant. */
  private Set<String> keys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    for (SourceConfig source : configuration.sources()) {
      keys.add(source.name() + ":" + text);
      if (text.startsWith(source.name() + ":")) {
        keys.add(text);
      }
      source
          .location()
          .directory()
          .flatMap(root -> below(root, text))
          .ifPresent(path -> keys.add(source.name() + ":" + path));
    }
    return keys;
  }

  /** The path of a file on disk below a folder. */
  private static Optional<String> below(Path root, String text) {
    try {
      Path folder = root.toAbsolutePath().normalize();
      Path file = Path.of(text).toAbsolutePath().normalize();
      return file.startsWith(folder) && !file.equals(folder)
          ? Optional.of(
              StreamSupport.stream(folder.relativize(file).spliterator(), false)
                  .map(Path::toString)
                  .collect(Collectors.joining("/")))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String only(String text, List<String> found) {
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "`" + text + "` may be any of " + String.join(", ", found) + "; name one of them");
    }
    return found.get(0);
  }

  /** Documents and tickets, without the names of confidential ones. */
  private Set<String> knownNames() {
    return new DiscreetLedger(ledger)
        .read(
            books -> {
              Set<String> names = new TreeSet<>();
              books.documents().all().stream()
                  .map(document -> document.origin())
                  .map(Origin::path)
                  .forEach(names::add);
              tickets(books).forEach(names::add);
              return names;
            });
  }

  private static List<String> tickets(Books books) {
    List<String> keys = new ArrayList<>();
    List<ActionItem> page = books.items().after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .flatMap(item -> item.filing().stream())
          .map(filing -> filing.ref().key())
          .forEach(keys::add);
      page = books.items().after(Optional.of(page.get(page.size() - 1).id()), PAGE);
    }
    return keys;
  }

  private static String unknown(String text, Set<String> names, List<String> unlisted) {
    String hint =
        Nearest.hint(text, names).orElse("`followthrough status` lists items and documents");
    String words = "there is no document and no item `" + text + "`; " + hint;
    return unlisted.isEmpty() ? words : words + "; " + String.join("; ", unlisted);
  }
}
