package io.followthrough.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an HTML document says by its looks: Google Docs has bold text and nested lists only as
 * classes of CSS, Notion and others their boxes as empty elements.
 */
final class HtmlStyles {
  private static final int LONGEST = 200_000;
  private static final Pattern RULE =
      Pattern.compile("\\.([\\w-]{1,40})\\s{0,9}\\{([^{}]{0,2000})\\}");
  private static final Pattern LEVEL = Pattern.compile("\\b(lst-[\\w-]{1,60}-(\\d))\\b");
  private static final Pattern BOLD =
      Pattern.compile("font-weight:\\s*(?:bold|[6-9]00)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NORMAL =
      Pattern.compile("font-weight:\\s*(?:normal|[1-5]00)", Pattern.CASE_INSENSITIVE);
  private static final Pattern STRUCK =
      Pattern.compile("text-decoration[^;]{0,20}:[^;]{0,40}line-through", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String REDIRECT = "https://www.google.com/url?q=";

  private final Map<String, Mark.Kind> classes = new HashMap<>();
  private final Map<String, Integer> lists = new HashMap<>();
  private final IntSupplier numbers;

  /**
   * @param numbers makes the numbers of lists
   */
  HtmlStyles(IntSupplier numbers) {
    this.numbers = numbers;
  }

  /** Learns the classes of a document. */
  void learn(Document document) {
    for (Element style : document.select("style")) {
      String css = style.data();
      Matcher rule = RULE.matcher(css.length() > LONGEST ? css.substring(0, LONGEST) : css);
      while (rule.find()) {
        String name = rule.group(1);
        kindOf(rule.group(2)).ifPresent(kind -> classes.put(name, kind));
      }
    }
  }

  private static Optional<Mark.Kind> kindOf(String css) {
    if (STRUCK.matcher(css).find()) {
      return Optional.of(Mark.Kind.STRUCK);
    }
    return BOLD.matcher(css).find() ? Optional.of(Mark.Kind.BOLD) : Optional.empty();
  }

  /** How an element stands out by its style. */
  Optional<Mark.Kind> kind(Element element) {
    Optional<Mark.Kind> kind = kindOf(cut(element.attr("style")));
    if (kind.isEmpty() && !classes.isEmpty()) {
      for (String name : element.classNames()) {
        if (classes.containsKey(name)) {
          return Optional.of(classes.get(name));
        }
      }
    }
    return kind;
  }

  /** Whether an element that is bold by its name is not by its style. */
  static boolean isNormal(Element element) {
    return NORMAL.matcher(cut(element.attr("style"))).find();
  }

  private static String cut(String style) {
    return style.length() > 500 ? style.substring(0, 500) : style;
  }

  /** How many lists are around a list that are not around it in the tree. */
  int level(Element list) {
    Matcher level = LEVEL.matcher(cut(list.className()));
    return level.find() ? Integer.parseInt(level.group(2)) : 0;
  }

  /** The number of a list that is written in several pieces. */
  Optional<Integer> list(Element list) {
    Matcher level = LEVEL.matcher(cut(list.className()));
    return level.find()
        ? Optional.of(lists.computeIfAbsent(level.group(1), name -> numbers.getAsInt()))
        : Optional.empty();
  }

  /** Whether an element is a box or an entry with a box, and ticked. */
  static Optional<Boolean> ticked(Element element) {
    String state = element.attr("aria-checked").toLowerCase(Locale.ROOT);
    if (state.equals("true") || element.hasClass("checkbox-on")) {
      return Optional.of(true);
    }
    if (state.equals("false") || element.hasClass("checkbox-off")) {
      return Optional.of(false);
    }
    Element parent = element.parent();
    boolean task =
        element.hasAttr("data-inline-task-id")
            || (parent != null && parent.hasClass("inline-task-list"));
    return task ? Optional.of(element.hasClass("checked")) : Optional.empty();
  }

  /** Where a link leads, without the detour that Google Docs puts before it. */
  static String target(String href) {
    String target = href.strip();
    if (!target.startsWith(REDIRECT)) {
      return target;
    }
    int end = target.indexOf('&');
    String encoded = target.substring(REDIRECT.length(), end < 0 ? target.length() : end);
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return target;
    }
  }

  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }
}
