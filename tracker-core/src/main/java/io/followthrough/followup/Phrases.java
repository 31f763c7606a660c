package io.followthrough.followup;

import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.tracker.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of sentences that several notices share: dates, silences, where a promise is from. */
final class Phrases {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Phrases() {}

  static List<Span> promised(Situation situation, LocalDate today) {
    String date =
        situation
            .mirror()
            .due()
            .map(
                due ->
                    (due.isBefore(today) ? " and was due on " : " and is due on ")
                        + DAY.format(due))
            .orElse(" and has no date");
    return origin(situation, "It comes from the postmortem ", date + ".");
  }

  static List<Span> evidence(Situation situation) {
    String asked =
        situation
            .item()
            .promise()
            .criterion()
            .map(criterion -> ", which wanted to see this: “" + criterion + "”.")
            .orElse(".");
    return origin(
        situation,
        "A link is enough: the merged change, the dashboard, the alert, the runbook, the test or the"
            + " drill. It comes from the postmortem ",
        asked);
  }

  static List<Span> origin(Situation situation, String before, String after) {
    List<Span> spans = new ArrayList<>(List.of(Span.plain(before)));
    spans.addAll(named(situation.item().origin()));
    spans.add(Span.plain(after));
    return spans;
  }

  static List<Span> named(Origin origin) {
    Incident incident = origin.incident();
    String facts =
        incident
            .id()
            .filter(id -> !origin.title().contains(id))
            .map(id -> " (" + id + ")")
            .orElse("");
    return List.of(
        origin
            .link()
            .map(url -> Span.link(origin.title(), url))
            .orElseGet(() -> Span.strong(origin.title())),
        Span.plain(facts));
  }

  static String silence(Situation situation, LocalDate today) {
    LocalDate since = LocalDate.ofInstant(situation.mirror().humanActAt(), situation.zone());
    long days = ChronoUnit.DAYS.between(since, today);
    return "It has been quiet here since "
        + DAY.format(since)
        + (days < 1 ? "." : " (" + days(days) + ").");
  }

  static String ago(long days) {
    return days == 1 ? "yesterday" : days + " days ago";
  }

  static String due(Situation situation) {
    return situation.mirror().due().map(DAY::format).orElse("open");
  }

  static String days(long days) {
    return days == 1 ? "one day" : days + " days";
  }

  static Optional<String> standIn(Recipient recipient) {
    return recipient
        .because()
        .map(
            because ->
                recipient.name()
                    + " is asked because "
                    + because
                    + (recipient.role() == Role.OWNER ? ". Who could take this over?" : "."));
  }
}
