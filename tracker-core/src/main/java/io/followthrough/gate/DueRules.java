package io.followthrough.gate;

import io.followthrough.item.Lapse;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import io.followthrough.item.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules about when an item is due, and the dates that the configuration fills in. */
final class DueRules {
  private static final Pattern SHORT_PERIOD =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:q[1-4]|[1-4]q|h[12]|[ck]w ?\\d{1,2}|w\\d{1,2}|fy ?\\d{2,4}|t[1-4])(?![\\p{L}])");

  private DueRules() {}

  /** A due date that the document does not have, and where it comes from. */
  record Filled(LocalDate due, String note) {}

  /** The date of the sprint that the promise names, else that of its priority, if it has none. */
  static Optional<Filled> fill(GateCase.Item item, GateRules rules) {
    Promise promise = item.promise();
    if (promise.due().isPresent()) {
      return Optional.empty();
    }
    return promise.dueText().flatMap(text -> sprint(text, rules)).or(() -> byDefault(item, rules));
  }

  private static Optional<Filled> sprint(String dueText, GateRules rules) {
    String sought = " " + Words.normalise(dueText) + " ";
    return rules.sprints().entrySet().stream()
        .filter(sprint -> sought.contains(" " + Words.normalise(sprint.getKey()) + " "))
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, LocalDate> sprint) ->
                        Words.normalise(sprint.getKey()).length())
                .thenComparing(Map.Entry::getKey))
        .map(
            sprint ->
                new Filled(
                    sprint.getValue(),
                    "the last day of " + Quote.of(sprint.getKey()) + " in the configuration"));
  }

  private static Optional<Filled> byDefault(GateCase.Item item, GateRules rules) {
    Promise promise = item.promise();
    if (promise.dueText().filter(DueRules::saysWhen).isPresent()) {
      return Optional.empty();
    }
    Priority priority = promise.priority().orElse(Priority.MEDIUM);
    Lapse lapse = rules.dueDefault().get(priority);
    return lapse == null
        ? Optional.empty()
        : Optional.of(
            new Filled(
                lapse.after(item.since().atStartOfDay(ZoneOffset.UTC)).toLocalDate(),
                "no date was written; "
                    + lapse
                    + " from the day it was first seen is the default for priority "
                    + priority.word()));
  }

  /** Whether the words mean some time, be it one that we cannot read. */
  private static boolean saysWhen(String dueText) {
    return isPeriod(dueText) || dueText.chars().anyMatch(Character::isDigit);
  }

  private static boolean isPeriod(String dueText) {
    return SHORT_PERIOD.matcher(dueText).find() || Wording.PERIOD.in(Phrase.of(dueText));
  }

  static void judge(GateCase.Item item, LocalDate today, Findings findings) {
    Promise promise = item.promise();
    if (promise.due().isPresent()) {
      judgeDate(promise.due().get(), item, today, findings);
      return;
    }
    Optional<String> text = promise.dueText().filter(words -> !words.isBlank());
    if (text.isEmpty()) {
      findings.add(
          Rule.DUE_MISSING,
          "it has no due date; write one beside it as YYYY-MM-DD, or name a sprint, a week or a"
              + " quarter.");
    } else if (!isPeriod(text.get())) {
      findings.add(
          Rule.DUE_MISSING,
          Quote.of(text.get())
              + " is no day that can be told for certain; write it as YYYY-MM-DD, or name a sprint,"
              + " a week or a quarter.");
    }
  }

  /** What has its ticket was judged by the day it was first seen: being late is the ladder's. */
  private static void judgeDate(
      LocalDate due, GateCase.Item item, LocalDate today, Findings findings) {
    LocalDate day = item.ticketed() ? item.since() : today;
    if (due.isBefore(day)) {
      findings.add(
          Rule.DUE_PAST,
          "its due date " + due + " is past; write the day on which it will be done.");
    } else if (due.isAfter(day.plusYears(1))) {
      findings.add(
          Rule.DUE_FAR,
          "its due date "
              + due
              + " is more than a year away; write a nearer one, or a first step that is due"
              + " sooner.");
    }
  }
}
