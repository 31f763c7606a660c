package io.followthrough.extract;

import java.util.Set;

/**
 * Everything that tells what words mean in one document.
 *
 * @param vocabulary the words of the rules
 * @param headings what headings announce
 * @param owners who is a person or team in this document
 * @param due dates, counted from the day of the document
 */
record Lexicon(
    Vocabulary vocabulary,
    Headings headings,
    StatusWords status,
    Grades grades,
    OwnerWords owners,
    DueWords due,
    Placeholders placeholders) {
  static Lexicon of(Vocabulary vocabulary, Headings headings, Set<String> people, DateWords dates) {
    return new Lexicon(
        vocabulary,
        headings,
        new StatusWords(vocabulary),
        new Grades(vocabulary),
        new OwnerWords(vocabulary, people),
        new DueWords(dates),
        new Placeholders(vocabulary));
  }

  Mood mood(String sentence) {
    return Mood.of(sentence, vocabulary);
  }
}
