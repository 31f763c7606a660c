package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names that the file introduces and uses: what is twice there, and what is nowhere. */
final class Names {
  /** Names by which something is addressed, of which there may be only one. */
  private static final Set<String> UNIQUE =
      Set.of("source", "tracker", "channel", "team", "service", "person", "profile");

  /** Names that documents may know although the file doesn't. */
  private static final Set<String> OPEN = Set.of("person", "person or team", "team");

  private record Use(String kind, Tree.Scalar name, String path) {}

  private final Map<String, Map<String, Tree.Scalar>> declared = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final Problems problems;
  private final Problems warnings;

  Names(Problems problems, Problems warnings) {
    this.problems = problems;
    this.warnings = warnings;
  }

  void declare(String kind, Tree.Scalar name, String path) {
    Map<String, Tree.Scalar> known = declared.computeIfAbsent(kind, it -> new LinkedHashMap<>());
    Tree.Scalar earlier = known.putIfAbsent(plain(name.text()), name);
    if (earlier != null) {
      Place first = earlier.place();
      String where = first.file().equals(name.place().file()) ? "" : first.file() + ", ";
      String message =
          String.format(
              "there already is a %s `%s`, in %sline %d", kind, name.text(), where, first.line());
      (UNIQUE.contains(kind) ? problems : warnings).add(name.place(), path, message);
    }
  }

  void use(String kind, Tree.Scalar name, String path) {
    uses.add(new Use(kind, name, path));
  }

  /** Believes every use of a kind of name, since what would introduce them could not be read. */
  void believe(String kind) {
    uses.removeIf(it -> it.kind().startsWith(kind));
  }

  /** Tells of each use of a name that nothing introduces; called when all has been read. */
  void settle() {
    for (Use use : uses) {
      List<String> known = known(use.kind());
      String name = use.name().text();
      if (known.stream().noneMatch(it -> plain(it).equals(plain(name)))) {
        Problems told = OPEN.contains(use.kind()) ? warnings : problems;
        String message = String.format("there is no %s `%s`", noun(use.kind()), name);
        told.add(Problem.of(use.name().place(), use.path(), message, hint(name, known)));
      }
    }
  }

  private static Optional<String> hint(String name, List<String> known) {
    Optional<String> nearest = Nearest.hint(name, known);
    return nearest.isPresent() || known.isEmpty() || known.size() > 12
        ? nearest
        : Optional.of("known are " + String.join(", ", known));
  }

  private static String noun(String kind) {
    return switch (kind) {
      case "destination" -> "channel or `tracker:NAME`";
      case "tracker or skip" -> "tracker";
      default -> kind;
    };
  }

  private List<String> known(String kind) {
    return switch (kind) {
      case "person" -> people().toList();
      case "person or team" -> Stream.concat(people(), of("team")).distinct().toList();
      case "tracker or skip" -> Stream.concat(of("tracker"), Stream.of("skip")).toList();
      case "destination" ->
          Stream.concat(of("tracker").map(it -> "tracker:" + it), of("channel")).toList();
      default -> of(kind).toList();
    };
  }

  private Stream<String> people() {
    Collection<String> all = new LinkedHashSet<>(of("person").toList());
    all.addAll(of("person alias").toList());
    return all.stream();
  }

  private Stream<String> of(String kind) {
    return declared.getOrDefault(kind, Map.of()).values().stream().map(Tree.Scalar::text);
  }

  static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
