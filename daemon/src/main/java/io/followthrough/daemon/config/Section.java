package io.followthrough.daemon.config;

import io.followthrough.item.Lapse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A section of a file that was found right, with its defaults, from which a record takes its values
 * by key. A key that is asked for without {@code Optional} is known to be there.
 */
final class Section {
  private static final Set<String> ON = Set.of("on", "yes", "true");

  private final Tree.Mapping mapping;
  private final Path folder;
  private final Map<String, String> environment;

  Section(Tree.Mapping mapping, Path folder, Map<String, String> environment) {
    this.mapping = mapping;
    this.folder = folder;
    this.environment = environment;
  }

  String text(String key) {
    return text(value(key));
  }

  Optional<String> optionalText(String key) {
    return mapping.get(key).map(Section::text);
  }

  <T> Optional<T> optional(String key, Function<String, T> reader) {
    return optionalText(key).map(reader);
  }

  /** Returns the texts of a list; a single text is a list of one. */
  List<String> texts(String key) {
    return mapping.get(key).map(Section::texts).orElse(List.of());
  }

  boolean isOn(String key) {
    return ON.contains(text(key));
  }

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  /** Whether a section stands here, and not {@code off}. */
  boolean isSection(String key) {
    return mapping.get(key).filter(Tree.Mapping.class::isInstance).isPresent();
  }

  int number(String key) {
    return Integer.parseInt(text(key));
  }

  Lapse lapse(String key) {
    return Lapse.parse(text(key));
  }

  Duration duration(String key) {
    return lapse(key).approximately();
  }

  Optional<LocalDate> date(String key) {
    return optional(key, LocalDate::parse);
  }

  Optional<ZoneId> zone(String key) {
    return optional(key, ZoneId::of);
  }

  Optional<URI> url(String key) {
    return optional(key, URI::create);
  }

  Optional<Path> path(String key) {
    return optional(key, this::file);
  }

  /** Returns the absolute path of a file that is named relative to the configuration file. */
  Path file(String name) {
    return folder.resolve(name).normalize();
  }

  Optional<Secret> secret(String key) {
    return optional(key, it -> Secret.of(it, folder, environment));
  }

  <E extends Enum<E>> E word(String key, Class<E> type) {
    return constant(text(key), type);
  }

  static <E extends Enum<E>> E constant(String text, Class<E> type) {
    return Enum.valueOf(type, text.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  Holidays holidays(String key) {
    return Holidays.of(texts(key), folder);
  }

  /** Ranges of dates, and the days of calendars among them. */
  List<DateRange> dateRanges(String key) {
    return texts(key).stream()
        .flatMap(
            text ->
                text.endsWith(".ics")
                    ? Holidays.of(List.of(text), folder).dates().stream()
                        .map(day -> new DateRange(day, day))
                    : Stream.of(DateRange.parse(text)))
        .toList();
  }

  /** Returns the section under the key; an empty one if it was left out. */
  Section section(String key) {
    return mapping.get(key).map(this::section).orElseGet(this::none);
  }

  /** Returns a section without keys. */
  Section none() {
    return section(new Tree.Mapping(Map.of(), mapping.place()));
  }

  <T> List<T> sections(String key, Function<Section, T> reader) {
    Tree value = mapping.get(key).orElse(new Tree.Sequence(List.of(), mapping.place()));
    return ((Tree.Sequence) value).items().stream().map(this::section).map(reader).toList();
  }

  /** Returns the section's own keys with their values, in the order of the file. */
  <T> Map<String, T> each(Function<String, T> reader) {
    Map<String, T> all = new LinkedHashMap<>();
    mapping.entries().keySet().forEach(key -> all.put(key, reader.apply(key)));
    return all;
  }

  /**
   * Returns every single value but the secrets, by keys with dots; the values of a list are parted
   * by commas.
   */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    Flat.gather(mapping, "", (key, text) -> values.put(key, text));
    values.values().removeIf(Secret::isReference);
    return values;
  }

  /** Returns every secret by its key with dots. */
  Map<String, Secret> secrets() {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    Flat.gather(
        mapping,
        "",
        (key, text) -> {
          if (Secret.isReference(text)) {
            secrets.put(key, Secret.of(text, folder, environment));
          }
        });
    return secrets;
  }

  /** Returns a value of any kind as text, number, truth, list or map. */
  Object any(String key) {
    return Untyped.of(value(key));
  }

  private Section section(Tree tree) {
    return new Section((Tree.Mapping) tree, folder, environment);
  }

  private Tree value(String key) {
    return mapping.get(key).orElseThrow(() -> new IllegalStateException("no value for " + key));
  }

  private static String text(Tree tree) {
    return ((Tree.Scalar) tree).text();
  }

  private static List<String> texts(Tree tree) {
    return tree instanceof Tree.Sequence list
        ? list.items().stream().map(Section::text).toList()
        : List.of(text(tree));
  }
}
