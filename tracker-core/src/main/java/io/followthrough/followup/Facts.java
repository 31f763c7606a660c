package io.followthrough.followup;

import static io.followthrough.followup.Phrases.DAY;
import static io.followthrough.followup.Phrases.days;
import static io.followthrough.followup.Phrases.named;
import static io.followthrough.followup.Phrases.silence;

import io.followthrough.item.Priority;
import io.followthrough.tracker.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a message can tell, by the names that templates use; what is not known is not there. */
record Facts(Situation situation, Occasion occasion, LocalDate today) {
  Map<String, List<Span>> all(
      List<Span> people, List<Recipient> recipients, Optional<String> next, String contact) {
    Map<String, List<Span>> facts = new HashMap<>();
    facts.put("people", people);
    facts.put("postmortem", named(situation.item().origin()));
    Optional<LocalDate> due = situation.mirror().due();
    Optional<String> standIns =
        Optional.of(
                recipients.stream()
                    .flatMap(recipient -> Phrases.standIn(recipient).stream())
                    .collect(Collectors.joining(" ")))
            .filter(words -> !words.isEmpty());
    put(facts, "title", Optional.of(situation.item().promise().title()));
    put(facts, "owner", Optional.of(situation.recipients().owner().name()));
    put(facts, "due", due.map(DAY::format));
    put(
        facts,
        "late",
        due.map(day -> ChronoUnit.DAYS.between(day, today))
            .filter(late -> late > 0)
            .map(late -> days(late)));
    put(facts, "silence", Optional.of(silence(situation, today)));
    put(facts, "criterion", situation.item().promise().criterion());
    put(facts, "priority", situation.priority().map(Priority::word));
    put(facts, "deferrals", Optional.of(Integer.toString(situation.state().deferrals())));
    put(facts, "blocker", situation.state().answers().blockedBy());
    put(facts, "stand-in", standIns);
    put(facts, "next", next);
    put(facts, "contact", Optional.of(contact));
    occasion.ownership().ifPresent(it -> put(facts, "event", Optional.of(it.words())));
    occasion.repeat().ifPresent(it -> facts.put("event", named(it.later())));
    return facts;
  }

  private static void put(Map<String, List<Span>> facts, String name, Optional<String> words) {
    words.ifPresent(text -> facts.put(name, List.of(Span.plain(text))));
  }
}
