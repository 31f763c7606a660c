package io.followthrough.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What stands between two lines of dashes before the text: keys with their values as written.
 *
 * @param lines how many lines of the document it takes, the dashes included; 0 when there is none
 */
record FrontMatter(int lines, Map<String, List<String>> values, Optional<DocumentProblem> problem) {
  private static final int MAX_LINES = 500;
  private static final int MAX_CHARACTERS = 100_000;
  private static final Pattern PLAIN =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_-]*): {1,8}([\\p{L}\\d](?:[\\p{L}\\d ._/-]*[\\p{L}\\d])?) *");
  private static final FrontMatter NONE = new FrontMatter(0, Map.of(), Optional.empty());

  static FrontMatter of(List<String> source) {
    if (source.isEmpty() || !isFence(source.get(0))) {
      return NONE;
    }
    for (int i = 1; i < Math.min(source.size(), MAX_LINES); i++) {
      String line = source.get(i).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return read(source.subList(1, i));
      }
    }
    return NONE;
  }

  private static boolean isFence(String line) {
    return line.stripTrailing().equals("---");
  }

  private static FrontMatter read(List<String> lines) {
    int extent = lines.size() + 2;
    Map<String, List<String>> plain = plain(lines);
    if (!plain.isEmpty()) {
      return new FrontMatter(extent, plain, Optional.empty());
    }
    try {
      Object root = yaml().load(String.join("\n", lines));
      if (root instanceof Map<?, ?> map) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        flatten("", map, values);
        return new FrontMatter(extent, Collections.unmodifiableMap(values), Optional.empty());
      }
      return looksLikeProse(lines) ? NONE : new FrontMatter(extent, Map.of(), Optional.empty());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 2 : e.getProblemMark().getLine() + 2;
      return broken(extent, lines, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      return broken(extent, lines, 1, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Lines that are a key and letters or digits mean in YAML what they look like: most front matter
   * needs no parser. Empty if one line is anything else.
   */
  private static Map<String, List<String>> plain(List<String> lines) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher matcher = PLAIN.matcher(line);
      if (!matcher.matches()) {
        return Map.of();
      }
      values.put(matcher.group(1), List.of(matcher.group(2)));
    }
    return Collections.unmodifiableMap(values);
  }

  /** A document may begin with a rule; what follows is then no front matter. */
  private static boolean looksLikeProse(List<String> lines) {
    return lines.stream().anyMatch(line -> line.length() > 2 && line.indexOf(':') < 0);
  }

  private static FrontMatter broken(int extent, List<String> lines, int line, String why) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String each : lines) {
      int colon = each.indexOf(": ");
      if (colon > 0 && Character.isLetter(each.charAt(0))) {
        String value = each.substring(colon + 2).strip();
        values.putIfAbsent(each.substring(0, colon).strip(), List.of(value));
      }
    }
    return new FrontMatter(
        extent,
        values,
        Optional.of(new DocumentProblem(line, "the front matter is not valid YAML: " + why)));
  }

  private static void flatten(String prefix, Map<?, ?> map, Map<String, List<String>> into) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = prefix + entry.getKey();
      Object value = entry.getValue();
      if (value instanceof Map<?, ?> nested) {
        flatten(key + ".", nested, into);
      } else if (value instanceof Iterable<?> many) {
        List<String> values = new ArrayList<>();
        for (Object each : many) {
          if (!(each instanceof Map<?, ?>) && !(each instanceof Iterable<?>)) {
            values.add(String.valueOf(each).strip());
          }
        }
        into.put(key, values);
      } else {
        into.put(key, List.of(value == null ? "" : String.valueOf(value).strip()));
      }
    }
  }

  /** Every scalar stays the text it was: {@code off} is a word and a date no instant. */
  private static Yaml yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(10);
    limits.setNestingDepthLimit(20);
    limits.setCodePointLimit(MAX_CHARACTERS);
    limits.setAllowRecursiveKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(limits), new Representer(unused), unused, limits, new PlainResolver());
  }

  private static final class PlainResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // no scalar is anything but text
    }
  }
}
