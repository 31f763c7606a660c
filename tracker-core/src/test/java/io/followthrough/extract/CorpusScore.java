package io.followthrough.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts how far extracted items agree with gold labels, strictly: title by title, one to one. */
final class CorpusScore {
  private static final double ALIKE = 0.6;
  private static final String CJK =
      "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af";
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]*)\\]\\((?:[^()]|\\([^)]*\\))*\\)");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern NO_WORD =
      Pattern.compile("[^\\w" + CJK + "]+|_", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PART = Pattern.compile("[" + CJK + "]|[^" + CJK + "]+");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  int documents;
  int exact;
  int gold;
  int right;
  int spurious;
  int missed;
  int negatives;
  int spuriousOnNegatives;
  int owners;
  int ownersRight;
  int dues;
  int duesRight;
  int tickets;
  int ticketsRight;
  int dones;
  int donesRight;

  private record Pair(double alike, int gold, int found) {}

  void add(JsonNode goldItems, List<Candidate> found) {
    List<JsonNode> counted = new ArrayList<>();
    List<Set<String>> ambiguous = new ArrayList<>();
    for (JsonNode item : goldItems) {
      if (item.path("ambiguous").asBoolean()) {
        ambiguous.addAll(names(item));
      } else {
        counted.add(item);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int f = 0; f < found.size(); f++) {
      Set<String> title = tokens(found.get(f).title());
      for (int g = 0; g < counted.size(); g++) {
        double best =
            names(counted.get(g)).stream().mapToDouble(name -> f1(title, name)).max().orElse(0);
        if (best >= ALIKE) {
          pairs.add(new Pair(best, g, f));
        }
      }
    }
    pairs.sort(
        Comparator.comparing(Pair::alike, Comparator.reverseOrder())
            .thenComparing(Pair::gold)
            .thenComparing(Pair::found));
    Map<Integer, Integer> matched = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!matched.containsKey(pair.gold()) && !taken.contains(pair.found())) {
        matched.put(pair.gold(), pair.found());
        taken.add(pair.found());
      }
    }
    int wrong = 0;
    for (int f = 0; f < found.size(); f++) {
      Set<String> title = tokens(found.get(f).title());
      boolean open =
          ambiguous.stream()
              .anyMatch(name -> f1(title, name) >= ALIKE || contained(title, name) >= 0.8);
      wrong += taken.contains(f) || open ? 0 : 1;
    }
    count(counted.size(), matched.size(), wrong);
    matched.forEach((g, f) -> facts(counted.get(g), found.get(f)));
  }

  private void count(int golds, int matched, int wrong) {
    documents++;
    gold += golds;
    right += matched;
    spurious += wrong;
    missed += golds - matched;
    exact += wrong == 0 && golds == matched ? 1 : 0;
    if (golds == 0) {
      negatives++;
      spuriousOnNegatives += wrong;
    }
  }

  private void facts(JsonNode item, Candidate found) {
    String owner = text(item.get("owner"));
    if (!owner.isEmpty()) {
      owners++;
      ownersRight += owner(owner).equals(owner(found.owner().orElse(""))) ? 1 : 0;
    }
    String due = text(item.get("due"));
    if (!due.isEmpty()) {
      dues++;
      String read = found.dueText().or(() -> found.due().map(String::valueOf)).orElse("");
      duesRight += sameDue(due, read) ? 1 : 0;
    }
    for (JsonNode ticket : item.path("tickets")) {
      tickets++;
      ticketsRight +=
          found.tickets().stream().anyMatch(each -> sameTicket(ticket.asText(), each)) ? 1 : 0;
    }
    JsonNode done = item.get("done");
    if (done != null && done.isBoolean()) {
      dones++;
      donesRight += found.done().equals(Optional.of(done.asBoolean())) ? 1 : 0;
    }
  }

  private static String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? "" : node.asText();
  }

  private static List<Set<String>> names(JsonNode item) {
    List<Set<String>> names = new ArrayList<>();
    names.add(tokens(item.get("title").asText()));
    item.path("alt_titles").forEach(title -> names.add(tokens(title.asText())));
    return names;
  }

  private static List<String> words(String text) {
    String bare = TAG.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll(" ");
    String lower = bare.toLowerCase(Locale.ROOT).replace("\u2019", "").replace("'", "");
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.matcher(lower).replaceAll(" ").strip().split(" ", -1)) {
      Matcher part = PART.matcher(word);
      while (part.find()) {
        words.add(part.group());
      }
    }
    return words;
  }

  private static Set<String> tokens(String text) {
    return new HashSet<>(words(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  private static double f1(Set<String> a, Set<String> b) {
    return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * common(a, b) / (a.size() + b.size());
  }

  private static double contained(Set<String> small, Set<String> big) {
    return small.isEmpty() ? 0 : (double) common(small, big) / small.size();
  }

  private static long common(Set<String> a, Set<String> b) {
    return a.stream().filter(b::contains).count();
  }

  private static Set<String> owner(String owner) {
    Set<String> names = new TreeSet<>(words(owner.replace("@", " ")));
    names.remove("and");
    names.remove("the");
    return names;
  }

  private static boolean sameDue(String a, String b) {
    return words(a).equals(words(b)) || (day(a).isPresent() && day(a).equals(day(b)));
  }

  private static Optional<LocalDate> day(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      Matcher iso = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})").matcher(lower);
      if (iso.find()) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher month =
          Pattern.compile("\\b([a-z]{3})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})")
              .matcher(lower);
      if (month.find() && MONTHS.contains(month.group(1))) {
        return Optional.of(
            LocalDate.of(number(month, 3), MONTHS.indexOf(month.group(1)) + 1, number(month, 2)));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean sameTicket(String a, String b) {
    String one = ticket(a);
    String other = ticket(b);
    return one.equals(other)
        || (one.matches("#\\d+") && other.endsWith(one))
        || (other.matches("#\\d+") && one.endsWith(other));
  }

  private static String ticket(String text) {
    String bare = text.strip().replaceAll("^[<>()\\[\\].,]+|[<>()\\[\\].,]+$", "");
    String[][] forms = {
      {"(?i)github\\.com/([^/\\s]+/[^/\\s]+)/(?:issues|pull)/(\\d+)", "$1#$2"},
      {"(?i)zenhub\\.com/.*/issues/([^/\\s]+/[^/\\s]+)/(\\d+)", "$1#$2"},
      {"(?i)(?:show_bug\\.cgi\\?id=|bugzil\\.la/)(\\d+)", "bug $1"},
      {"\\b([A-Z][A-Z0-9]+-\\d+)\\b", "$1"},
      {"(?i)^bug\\s*#?(\\d+)$", "bug $1"},
      {"^([\\w.-]+/[\\w.-]+)#(\\d+)$", "$1#$2"},
      {"(?i)^(?:pr|issue|gh|mr)?[\\s:#!-]*#?(\\d+)$", "#$1"},
    };
    for (String[] form : forms) {
      Matcher matcher = Pattern.compile(form[0]).matcher(bare);
      if (matcher.find()) {
        String key = form[1].replace("$1", matcher.group(1));
        return (matcher.groupCount() > 1 ? key.replace("$2", matcher.group(2)) : key)
            .toLowerCase(Locale.ROOT);
      }
    }
    return bare.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
  }

  double precision() {
    return ratio(right, right + spurious);
  }

  double recall() {
    return ratio(right, right + missed);
  }

  double f1() {
    return ratio(2 * right, 2 * right + spurious + missed);
  }

  static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "documents %3d exact %3d  gold %3d  P %.3f R %.3f F1 %.3f  owner %.3f due %.3f ticket %.3f done %.3f",
        documents,
        exact,
        gold,
        precision(),
        recall(),
        f1(),
        ratio(ownersRight, owners),
        ratio(duesRight, dues),
        ratio(ticketsRight, tickets),
        ratio(donesRight, dones));
  }
}
