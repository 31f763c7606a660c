package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.ParsedDocument;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.extract.IncidentFacts;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which documents are confidential. In doubt one is: a document that cannot be read as a whole is
 * confidential where a sign of it stands anywhere in its text. Pure.
 *
 * @param signs any of them is enough; that a source shows a document to some readers only always is
 * @param onlyTracker the only tracker that may hold the words of one; none may where absent
 */
public record Secrecy(List<Sign> signs, Optional<String> onlyTracker) {
  private static final Set<String> NO = Set.of("false", "no", "off", "0", "none", "public");

  /** Where a sign is found. */
  public enum Place {
    LABEL,
    FRONT_MATTER,
    PATH,
    SEVERITY
  }

  /** A sign: the label, the key or {@code key=value}, the pattern, the severity. */
  public record Sign(Place place, String value) {
    public Sign {
      requireNonNull(place, "place is null");
      requireNonNull(value, "value is null");
    }
  }

  public Secrecy {
    signs = List.copyOf(signs);
    requireNonNull(onlyTracker, "onlyTracker is null");
  }

  /** True where the path alone says so, and nobody may hold it: it need not even be read. */
  boolean forbidsReading(String path) {
    return onlyTracker.isEmpty() && isByPath(path);
  }

  /** True where the path alone says so. */
  public boolean isByPath(String path) {
    return values(Place.PATH).anyMatch(glob -> matches(glob, path));
  }

  /** True where a document that was wholly read is confidential. */
  boolean holds(PostmortemDocument document, ParsedDocument parsed, IncidentFacts facts) {
    return document.restricted()
        || isByPath(document.path())
        || values(Place.LABEL).anyMatch(it -> has(document.labels(), it) || has(facts.labels(), it))
        || values(Place.FRONT_MATTER).anyMatch(it -> states(it, parsed, facts))
        || values(Place.SEVERITY).anyMatch(it -> isSevere(it, parsed, facts));
  }

  /** True where a document that cannot be wholly read may be confidential. */
  boolean suspects(PostmortemDocument document) {
    String text = document.text().toLowerCase(Locale.ROOT);
    return document.restricted()
        || isByPath(document.path())
        || signs.stream()
            .filter(sign -> sign.place() != Place.PATH)
            .anyMatch(sign -> text.contains(plain(sign.value().split("=", 2)[0])))
        || values(Place.LABEL).anyMatch(it -> has(document.labels(), it));
  }

  private static boolean states(String wanted, ParsedDocument parsed, IncidentFacts facts) {
    String[] parts = wanted.split("=", 2);
    List<String> values =
        parsed.frontMatter().entrySet().stream()
            .filter(each -> plain(each.getKey()).equals(plain(parts[0])))
            .flatMap(each -> each.getValue().isEmpty() ? Stream.of("") : each.getValue().stream())
            .toList();
    Stream<String> stated =
        plain(parts[0]).equals("confidential")
            ? Stream.concat(values.stream(), facts.confidential().stream())
            : values.stream();
    return parts.length == 2
        ? stated.anyMatch(value -> plain(value).equals(plain(parts[1])))
        : stated.anyMatch(value -> !NO.contains(plain(value)));
  }

  private static boolean isSevere(String wanted, ParsedDocument parsed, IncidentFacts facts) {
    Stream<String> stated =
        parsed.frontMatter().entrySet().stream()
            .filter(each -> plain(each.getKey()).startsWith("sev"))
            .flatMap(each -> each.getValue().stream());
    return Stream.concat(stated, facts.incident().severity().stream())
        .anyMatch(value -> letters(value).equals(letters(wanted)));
  }

  private Stream<String> values(Place place) {
    return signs.stream().filter(sign -> sign.place() == place).map(Sign::value);
  }

  private static boolean has(Collection<String> labels, String wanted) {
    return labels.stream().anyMatch(label -> plain(label).equals(plain(wanted)));
  }

  private static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT);
  }

  private static String letters(String words) {
    return plain(words).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The case of letters does not matter; what is no path matches everything. */
  private static boolean matches(String glob, String path) {
    try {
      String pattern = plain(glob);
      Path file = Path.of(plain(path));
      return matcher(pattern).matches(file)
          || (pattern.startsWith("**/") && matcher(pattern.substring(3)).matches(file));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }
}
