package io.followthrough.daemon.config;

import io.followthrough.item.Lapse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema can't say: rules that look at several keys at once. Works on a file with mistakes
 * too, looking past what is broken.
 */
final class Meaning {
  private static final Set<String> CONDITIONS =
      Set.of("service", "team", "severity", "source", "kind");

  private final Tree.Mapping root;
  private final Problems problems;
  private final Problems warnings;

  Meaning(Tree.Mapping root, Problems problems, Problems warnings) {
    this.root = root;
    this.problems = problems;
    this.warnings = warnings;
  }

  void check() {
    checkFormer();
    checkSources();
    checkRoutes();
    checkLadders();
    checkWeb();
  }

  private void checkFormer() {
    Tree former = root.get("former").orElse(new Tree.Sequence(List.of(), root.place()));
    List<Tree> names = former instanceof Tree.Sequence list ? list.items() : List.of(former);
    Optional<String> present = text(root, "installation");
    for (Tree name : names) {
      if (name instanceof Tree.Scalar old && present.filter(old.text()::equals).isPresent()) {
        problems.add(old.place(), "former", "is the installation's present name");
      }
    }
  }

  private void checkSources() {
    boolean none =
        root.get("sources")
            .filter(it -> it instanceof Tree.Sequence s && s.items().isEmpty())
            .isPresent();
    if (none) {
      warnings.add(root.place(), "sources", "no document is read: there is no source");
    }
  }

  private void checkRoutes() {
    List<Tree> routes = items("routes");
    List<Tree.Mapping> active = new ArrayList<>();
    List<String> retired = new ArrayList<>();
    for (Tree.Mapping tracker : sections(items("trackers"))) {
      boolean off = text(tracker, "retired").filter(it -> it.matches("on|yes|true")).isPresent();
      if (off) {
        text(tracker, "name").ifPresent(retired::add);
      } else {
        active.add(tracker);
      }
    }
    boolean broken = root.get("routes").filter(Tree.Broken.class::isInstance).isPresent();
    if (routes.isEmpty() && active.size() > 1 && !broken) {
      String message = "is required where there is more than one tracker";
      problems.add(
          active.get(1).place(), "routes", message, "write a last one as { tracker: NAME }");
    }
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i) instanceof Tree.Mapping route) {
        checkRoute(route, "routes[" + i + "]", i == routes.size() - 1, retired);
      }
    }
  }

  private void checkRoute(Tree.Mapping route, String path, boolean last, List<String> retired) {
    boolean conditional = CONDITIONS.stream().anyMatch(it -> asks(route, it));
    if (!conditional && !last) {
      String message = "has no condition, so that no route after it is ever taken";
      problems.add(route.place(), path, message, "move it to the end");
    }
    if (text(route, "tracker").filter(retired::contains).isPresent()) {
      problems.add(route.place(), path + ".tracker", "this tracker is retired");
    }
  }

  private static boolean asks(Tree.Mapping route, String condition) {
    return route
        .get(condition)
        .filter(it -> !(it instanceof Tree.Sequence list) || !list.items().isEmpty())
        .isPresent();
  }

  private void checkLadders() {
    Tree.Mapping followUp = section(root, "follow-up");
    checkLadder(followUp, "follow-up");
    Tree.Mapping profiles = section(followUp, "profiles");
    for (String name : profiles.entries().keySet()) {
      checkLadder(section(profiles, name), "follow-up.profiles." + name);
    }
  }

  private void checkLadder(Tree.Mapping ladder, String path) {
    Tree steps = ladder.get("overdue").orElse(new Tree.Sequence(List.of(), ladder.place()));
    Duration before = Duration.ofSeconds(-1);
    List<Tree> items = steps instanceof Tree.Sequence list ? list.items() : List.of();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Tree.Mapping step && text(step, "after").isPresent()) {
        Duration after = Lapse.parse(text(step, "after").orElseThrow()).approximately();
        if (after.compareTo(before) <= 0) {
          String key = path + ".overdue[" + i + "].after";
          problems.add(step.place(), key, "expected later than the step before");
        }
        before = after;
      }
    }
  }

  private void checkWeb() {
    Tree.Mapping web = section(root, "web");
    boolean open =
        text(web, "listen").map(ListenAddress::parse).filter(it -> !it.isLoopback()).isPresent();
    if (open && web.get("token").isEmpty() && web.get("trusted-proxy").isEmpty()) {
      Place place = web.get("listen").map(Tree::place).orElse(web.place());
      String message = "expected a loopback address, since anybody could read the page";
      problems.add(place, "web.listen", message, "listen on 127.0.0.1 or give `web.token`");
    }
  }

  private List<Tree> items(String key) {
    return root.get(key).orElse(root) instanceof Tree.Sequence list ? list.items() : List.of();
  }

  private static Tree.Mapping section(Tree.Mapping mapping, String key) {
    return mapping.get(key).orElse(mapping) instanceof Tree.Mapping found
            && mapping.entries().containsKey(key)
        ? found
        : new Tree.Mapping(Map.of(), mapping.place());
  }

  private static List<Tree.Mapping> sections(List<Tree> items) {
    return items.stream()
        .filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast)
        .toList();
  }

  private static Optional<String> text(Tree.Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(Tree.Scalar.class::isInstance)
        .map(it -> ((Tree.Scalar) it).text());
  }
}
