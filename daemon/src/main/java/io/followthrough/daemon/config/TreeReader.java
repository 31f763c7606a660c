package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Composes parsed YAML into a {@link Tree}. Aliases, tags, keys given twice, and keys that are no
 * text are problems, and the reading goes on; deep nesting ends it.
 */
final class TreeReader {
  private static final int DEEPEST = 40;

  private final String file;
  private final Parser parser;
  private final Problems problems;

  TreeReader(String file, Parser parser, Problems problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /** Reads the only document; an empty file is an empty mapping. */
  Tree document() {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return new Tree.Mapping(Map.of(), Place.startOf(file));
    }
    parser.getEvent();
    Tree document = value("", 0);
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      Place second = place(parser.peekEvent());
      problems.add(second, "", "a second document begins here; only one is read");
    }
    return document;
  }

  private Tree value(String path, int depth) {
    Event event = parser.getEvent();
    Place place = place(event);
    if (event instanceof AliasEvent) {
      problems.add(place, path, "aliases are not read here", "write the value out");
      return new Tree.Broken(place);
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), place, path);
      return new Tree.Scalar(scalar.getValue(), scalar.isPlain(), place);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    refuseTag(start.getTag(), place, path);
    if (depth == DEEPEST) {
      throw new NestedTooDeepException(DEEPEST, event.getStartMark());
    }
    return event.is(Event.ID.MappingStart)
        ? mapping(path, place, depth + 1)
        : sequence(path, place, depth + 1);
  }

  private Tree sequence(String path, Place place, int depth) {
    List<Tree> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(value(path + "[" + items.size() + "]", depth));
    }
    parser.getEvent();
    return new Tree.Sequence(items, place);
  }

  private Tree mapping(String path, Place place, int depth) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Tree key = value(path, depth);
      if (key instanceof Tree.Scalar scalar) {
        String name = scalar.text();
        Tree value = value(join(path, name), depth);
        Tree.Entry earlier = entries.putIfAbsent(name, new Tree.Entry(scalar, value));
        if (earlier != null) {
          String first = "is given twice; first in line " + earlier.key().place().line();
          problems.add(scalar.place(), join(path, name), first);
        }
      } else {
        problems.add(key.place(), path, "a key must be a word");
        value(path, depth);
      }
    }
    parser.getEvent();
    return new Tree.Mapping(entries, place);
  }

  private void refuseTag(@Nullable String tag, Place place, String path) {
    if (tag != null && !tag.equals("!")) {
      problems.add(place, path, "tags such as `!!str` are not read here", "leave it out");
    }
  }

  private Place place(Event event) {
    Mark mark = event.getStartMark();
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
