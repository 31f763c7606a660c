package io.followthrough.extract;

import java.util.Locale;

/**
 * What of dates a text may hold, told in one pass over its letters: eighteen patterns need not be
 * tried on every sentence. It may promise too much, never too little.
 */
final class DateHints {
  static final int DIGIT = 1;

  /** A digit, one of {@code - / .}, and a digit again. */
  static final int SEPARATED = 1 << 1;

  /** The name of a month. */
  static final int MONTH = 1 << 2;

  /** {@code Q1}, {@code H2}. */
  static final int QUARTER = 1 << 3;

  /** Day, week, month. */
  static final int UNIT = 1 << 4;

  /** "End of", "EOW". */
  static final int END = 1 << 5;

  /** Sprint, release, next week, immediately. */
  static final int PERIOD = 1 << 6;

  static final int WEEKDAY = 1 << 7;

  /** A letter of a language without blanks. */
  static final int EASTERN = 1 << 8;

  /** "By", "due", "until": what stands before a term. */
  static final int TERM = 1 << 9;

  private static final int WORDS = MONTH | UNIT | END | PERIOD | WEEKDAY | TERM;
  private static final int LONGEST_MONTH = 12;

  /** Hints by the first three letters of a word, five bits each; 31 stands for no letter. */
  private static final short[] BEGINNINGS = beginnings();

  private DateHints() {}

  /** The hints in a text, as bits. */
  static int of(String text) {
    int hints = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        if (c >= '0' && c <= '9') {
          hints |= DIGIT | (isSeparated(text, i, before) ? SEPARATED : 0);
          hints |= (before | 0x20) == 'q' || (before | 0x20) == 'h' ? QUARTER : 0;
        } else if (isLetter(c) && !isLetter(before) && !isDigit(before)) {
          hints |= word(text, i);
        }
      } else if (Character.isLetter(c)) {
        hints |= c >= 0x2e80 ? EASTERN | QUARTER | WORDS : 0;
      } else if (Character.isDigit(c)) {
        hints |= DIGIT | SEPARATED;
      }
      before = c;
    }
    return hints;
  }

  private static boolean isSeparated(String text, int at, char before) {
    return (before == '-' || before == '/' || before == '.')
        && at > 1
        && Character.isDigit(text.charAt(at - 2));
  }

  private static int word(String text, int at) {
    int beginning = BEGINNINGS[key(text, at)];
    return (beginning & MONTH) != 0 && !isMonth(text, at) ? beginning & ~MONTH : beginning;
  }

  private static int key(String text, int at) {
    return letter(text, at) << 10 | letter(text, at + 1) << 5 | letter(text, at + 2);
  }

  private static int letter(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    return isLetter(c) ? (c | 0x20) - 'a' : 31;
  }

  private static boolean isMonth(String text, int at) {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    boolean foreign = end < text.length() && text.charAt(end) > 127;
    return foreign
        || (end - at <= LONGEST_MONTH
            && DateWords.MONTHS.containsKey(text.substring(at, end).toLowerCase(Locale.ROOT)));
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static short[] beginnings() {
    short[] hints = new short[1 << 15];
    DateWords.MONTHS.keySet().forEach(month -> put(hints, month, MONTH));
    each(hints, UNIT, "day,week,month,tage,woche,monat,sprint");
    each(hints, END, "end,eow,eom,eoq,eoy");
    each(
        hints,
        PERIOD,
        "sprint,week,month,quarter,year,days,iteration,cycle,release,pi,kw,cw,woche,quartal,monat,"
            + "semaine,mois,semana,mes,mês,asap,eod,immediately");
    each(
        hints, TERM, "by,due,before,until,deadline,eta,target,no,bis,avant,antes,até,fällig,d'ici");
    each(hints, WEEKDAY, "monday,tuesday,wednesday,thursday,friday");
    return hints;
  }

  private static void each(short[] hints, int hint, String words) {
    for (String word : words.split(",", -1)) {
      put(hints, word, hint);
    }
  }

  private static void put(short[] hints, String word, int hint) {
    hints[key(word, 0)] |= (short) hint;
  }
}
