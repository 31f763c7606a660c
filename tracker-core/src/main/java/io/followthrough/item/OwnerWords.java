package io.followthrough.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of {@code owners.properties}: who is nobody, what makes a team, what is a title. */
final class OwnerWords {
  private static final Set<String> NOBODY = Set.copyOf(read("nobody."));
  private static final List<String> TEAM = read("team.");
  private static final List<String> TITLES = read("title.");

  private OwnerWords() {}

  /** Whether the folded words are TBD, everyone, a role: nobody who could be asked. */
  static boolean isNobody(String folded) {
    return folded.isEmpty() || NOBODY.contains(folded);
  }

  /**
   * The folded words without the one that says that they are a team's; the words themselves where
   * there is none.
   */
  static String withoutTeam(String folded) {
    return without(TEAM, withoutArticle(folded));
  }

  /** Whether the folded words say that they are a team's. */
  static boolean hasTeamWord(String folded) {
    return !withoutTeam(folded).equals(withoutArticle(folded));
  }

  private static String withoutArticle(String folded) {
    return folded.startsWith("the ") ? folded.substring("the ".length()) : folded;
  }

  /** The folded words without Dr or さん. */
  static String withoutTitle(String folded) {
    return without(TITLES, folded);
  }

  private static String without(List<String> words, String folded) {
    for (String word : words) {
      boolean blanks = word.codePointAt(0) < 0x2e80;
      if (folded.startsWith(word + " ")) {
        return folded.substring(word.length() + 1);
      }
      if (folded.endsWith(blanks ? " " + word : word) && folded.length() > word.length()) {
        return folded.substring(0, folded.length() - word.length()).strip();
      }
    }
    return folded;
  }

  private static List<String> read(String set) {
    ResourceBundle bundle = ResourceBundle.getBundle("io.followthrough.item.owners", Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String key : Collections.list(bundle.getKeys())) {
      if (key.startsWith(set)) {
        words.addAll(split(bundle.getString(key)).toList());
      }
    }
    return words.stream().distinct().collect(Collectors.toUnmodifiableList());
  }

  private static Stream<String> split(String list) {
    return Stream.of(list.split(",", -1)).map(Names::fold).filter(word -> !word.isEmpty());
  }
}
