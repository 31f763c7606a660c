package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file as it was written, untyped, with its place. */
sealed interface Tree {
  Place place();

  /** Returns what the value is, in the words of a message. */
  String kind();

  /** A word, number or text, before anybody took {@code off} for a boolean. */
  record Scalar(String text, boolean plain, Place place) implements Tree {
    public Scalar {
      requireNonNull(text, "text is null");
      requireNonNull(place, "place is null");
    }

    /** Whether nothing is given, as after {@code key:} at the end of a line. */
    boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
      return isNothing() ? "nothing" : "a single value";
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Place place) implements Tree {
    public Sequence {
      items = List.copyOf(items);
      requireNonNull(place, "place is null");
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with their values, in the order of the file. */
  record Mapping(Map<String, Entry> entries, Place place) implements Tree {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      requireNonNull(place, "place is null");
    }

    Optional<Tree> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Returns this with one more value, which takes the place of one of the same key. */
    Mapping with(String key, Tree value) {
      Map<String, Entry> more = new LinkedHashMap<>(entries);
      more.put(key, new Entry(new Scalar(key, true, value.place()), value));
      return new Mapping(more, place);
    }

    @Override
    public String kind() {
      return "a section with keys";
    }
  }

  /** A key and what stands behind it. */
  record Entry(Scalar key, Tree value) {
    public Entry {
      requireNonNull(key, "key is null");
      requireNonNull(value, "value is null");
    }
  }

  /** Something that could not be read or is wrong, of which a problem already speaks. */
  record Broken(Place place) implements Tree {
    public Broken {
      requireNonNull(place, "place is null");
    }

    @Override
    public String kind() {
      return "something unreadable";
    }
  }
}
