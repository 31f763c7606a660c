package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text on its way to a {@link Tree}.
 *
 * <p>The parser gives up at the first mistake. So after one, each top-level key is read by itself:
 * every part that has a mistake of its own tells it, and the others are checked as usual.
 */
final class YamlText {
  static final int LARGEST = 4 << 20;

  private static final Pattern TOP_LEVEL_KEY =
      Pattern.compile("^(?:\"([^\"\\n]+)\"|'([^'\\n]+)'|([A-Za-z][\\w-]*))[ \\t]*:(?=\\s|$)");
  private static final Pattern LINE = Pattern.compile("\\R");

  private final String file;
  private final String text;
  private final Problems problems;

  private YamlText(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  /** Reads the text; what is wrong is added to the problems, what can be read is returned. */
  static Tree read(String file, String text, Problems problems) {
    return new YamlText(file, text, problems).read();
  }

  private Tree read() {
    if (hasUnprintable()) {
      return new Tree.Broken(Place.startOf(file));
    }
    Problems found = new Problems();
    try {
      Tree whole = parse(text, found);
      problems.addAll(found.all());
      return whole;
    } catch (YAMLException e) {
      return readByParts(problem(e, ""));
    }
  }

  private boolean hasUnprintable() {
    String[] lines = LINE.split(text, -1);
    boolean found = false;
    for (int line = 0; line < lines.length; line++) {
      String content = lines[line];
      for (int column = 0; column < content.length(); ) {
        int point = content.codePointAt(column);
        if (!StreamReader.isPrintable(point)) {
          String message = String.format("the character U+%04X has no place in YAML", point);
          problems.add(new Place(file, line + 1, column + 1), "", message);
          found = true;
          break;
        }
        column += Character.charCount(point);
      }
    }
    return found;
  }

  private Tree parse(String part, Problems found) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    return new TreeReader(file, new ParserImpl(new StreamReader(part), options), found).document();
  }

  private Tree readByParts(Problem first) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    Problems found = new Problems();
    for (Part part : parts()) {
      Tree value = new Tree.Broken(part.key().place());
      try {
        Tree tree = parse("\n".repeat(part.key().place().line() - 1) + part.content(), found);
        if (tree instanceof Tree.Mapping mapping) {
          value = mapping.get(part.key().text()).orElse(value);
        }
      } catch (YAMLException e) {
        found.add(problem(e, part.key().text()));
      }
      entries.putIfAbsent(part.key().text(), new Tree.Entry(part.key(), value));
    }
    problems.addAll(found.all());
    if (found.isEmpty()) {
      problems.add(first);
      return new Tree.Broken(Place.startOf(file));
    }
    return new Tree.Mapping(entries, Place.startOf(file));
  }

  private record Part(Tree.Scalar key, String content) {}

  private List<Part> parts() {
    String[] lines = LINE.split(text, -1);
    List<Part> parts = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    Optional<Tree.Scalar> key = Optional.empty();
    for (int line = 0; line < lines.length; line++) {
      Matcher matcher = TOP_LEVEL_KEY.matcher(lines[line]);
      if (matcher.find()) {
        String before = content.toString();
        key.ifPresent(it -> parts.add(new Part(it, before)));
        content.setLength(0);
        key = Optional.of(new Tree.Scalar(name(matcher), true, new Place(file, line + 1, 1)));
      }
      content.append(lines[line]).append('\n');
    }
    key.ifPresent(it -> parts.add(new Part(it, content.toString())));
    return parts;
  }

  private static String name(Matcher matcher) {
    for (int group = 1; group < 3; group++) {
      if (matcher.start(group) >= 0) {
        return matcher.group(group);
      }
    }
    return matcher.group(3);
  }

  private Problem problem(YAMLException e, String key) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      SyntaxMistake mistake = SyntaxMistake.of(marked);
      Mark mark = mistake.mark();
      Place place = new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
      return Problem.of(place, key, mistake.message());
    }
    return Problem.of(Place.startOf(file), key, "is no YAML that can be read");
  }
}
