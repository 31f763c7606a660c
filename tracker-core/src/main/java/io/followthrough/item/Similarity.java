package io.followthrough.item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A title made ready to be compared: how much two titles have in common, whatever the order of
 * their words, their endings and the little words between them. Immutable; a comparison costs a
 * look at each word of the shorter title.
 *
 * <p>The measure is the weighted Dice coefficient of the two sets of words, the token F1 by which
 * extents of text are commonly compared. Writing without blanks between words counts by pairs of
 * signs.
 */
public final class Similarity {
  private static final double NEAR = 0.85;

  private static final double LITTLE = 0.2;
  private static final double ROUNDING = 1e-9;
  private static final int LONGEST_KEY = 40;

  private static final Pattern BLANK = Pattern.compile(" ");

  private static final Set<String> LITTLE_WORDS =
      BLANK
          .splitAsStream(
              """
              a an the of for to in on at by and or with from into we our i you they it its this \
              that should must will shall would can be is are was were been as so when if \
              der die das den dem des ein eine einen und oder für von zu im mit auf \
              le la les un une du et ou pour dans sur avec \
              el los las y para en con del de os um uma em na da ao com\
              """)
          .collect(Collectors.toUnmodifiableSet());

  /** Rare words, as far as their length tells, come first. */
  private static final Comparator<String> RAREST_FIRST =
      Comparator.comparing((String word) -> LITTLE_WORDS.contains(word))
          .thenComparing(Comparator.comparing(String::length).reversed())
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Set<String> words;
  private final List<String> numbers;
  private final double weight;

  private Similarity(Set<String> words, List<String> numbers) {
    this.words = words;
    this.numbers = numbers;
    this.weight = weigh(words);
  }

  /** A title, ready for several comparisons. */
  public static Similarity of(String title) {
    String normalised = Words.normalise(title);
    Set<String> words = new HashSet<>();
    for (String word : BLANK.splitAsStream(normalised).toList()) {
      cut(word, words);
    }
    return new Similarity(
        words, NUMBER.matcher(normalised).results().map(MatchResult::group).sorted().toList());
  }

  /**
   * True for titles that seem to mean the same work: they are most alike, and one of them has every
   * word of weight of the other. A word that stands for another one, such as the name of a service,
   * makes it other work, and so does another number.
   */
  public boolean isNear(Similarity other) {
    return numbers.equals(other.numbers)
        && to(other) >= NEAR
        && (hasAllOf(other) || other.hasAllOf(this));
  }

  private boolean hasAllOf(Similarity other) {
    return other.words.stream().allMatch(it -> LITTLE_WORDS.contains(it) || words.contains(it));
  }

  /** What titles of the very same words and numbers have in common, and no others. */
  public String print() {
    return Words.fingerprint(words.stream().sorted().toList() + " " + numbers);
  }

  /**
   * Few words, each with the title's numbers, by which near titles are found among many: two titles
   * that are near have one of these in common. So many of the rarest words that what is left weighs
   * less than near titles share.
   */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    String numbered = numbers.isEmpty() ? "" : " " + Words.fingerprint(numbers.toString());
    double left = weight;
    for (String word : words.stream().sorted(RAREST_FIRST).toList()) {
      if (left < weight * NEAR / (2 - NEAR) - ROUNDING) {
        break;
      }
      keys.add(word.substring(0, Math.min(word.length(), LONGEST_KEY)) + numbered);
      left -= weigh(word);
    }
    return keys.stream().distinct().sorted().toList();
  }

  /** How alike two titles are, see {@link #to}. */
  public static double between(String one, String other) {
    return of(one).to(of(other));
  }

  /**
   * How alike the two titles are: 1 for the same words, 0 where no word is shared. Symmetric. Two
   * titles without a single word are not alike.
   */
  public double to(Similarity other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return 0;
    }
    if (words.equals(other.words)) {
      return 1;
    }
    boolean shorter = words.size() <= other.words.size();
    Set<String> few = shorter ? words : other.words;
    Set<String> many = shorter ? other.words : words;
    double shared = 0;
    for (String word : few) {
      shared += many.contains(word) ? weigh(word) : 0;
    }
    return 2 * shared / (weight + other.weight);
  }

  private static double weigh(Set<String> words) {
    return words.stream().mapToDouble(Similarity::weigh).sum();
  }

  private static double weigh(String word) {
    return LITTLE_WORDS.contains(word) ? LITTLE : 1;
  }

  /** Puts a word's stem into the set; of writing without blanks, its pairs of signs. */
  private static void cut(String word, Set<String> into) {
    int start = 0;
    while (start < word.length()) {
      boolean pairs = isWrittenWithoutBlanks(word.codePointAt(start));
      int end = start;
      while (end < word.length() && isWrittenWithoutBlanks(word.codePointAt(end)) == pairs) {
        end = word.offsetByCodePoints(end, 1);
      }
      if (pairs) {
        pairs(word.substring(start, end), into);
      } else {
        into.add(stem(word.substring(start, end)));
      }
      start = end;
    }
  }

  private static void pairs(String run, Set<String> into) {
    int[] signs = run.codePoints().toArray();
    if (signs.length == 1) {
      into.add(run);
    }
    for (int i = 0; i + 1 < signs.length; i++) {
      into.add(new String(signs, i, 2));
    }
  }

  private static boolean isWrittenWithoutBlanks(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER -> true;
      default -> sign == 'ー';
    };
  }

  /** The word without the endings by which English tells add, adds, added and adding apart. */
  private static String stem(String word) {
    if (LITTLE_WORDS.contains(word) || word.length() < 4) {
      return word;
    }
    String stem = word;
    if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.endsWith("ing") && stem.length() > 5) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.endsWith("ed") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.endsWith("e") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled ? stem.substring(0, last) : stem;
  }
}
