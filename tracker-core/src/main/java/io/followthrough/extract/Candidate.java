package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionKind;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An action item as its document states it; what is not stated is absent.
 *
 * @param title the item's own words without owner, date and ticket decorations
 * @param owner as written
 * @param due only where the text fixes a day
 * @param dueText what was written about the date
 * @param done absent where no status is given
 * @param tickets links and keys as written
 * @param reach whether it mends one place, the platform or the way people work
 * @param theme what it belongs to besides, such as {@code deploys}; as written
 * @param group the heading, column or label that the item stands under within the action part
 * @param criterion how one will see that it is done
 * @param effort what it takes, as written: {@code 2d}, {@code M}
 * @param blockedBy what it waits for, as written
 * @param risk what may happen without it, as written
 * @param reason why it is to be done, as written
 * @param reviewDate when it is looked at again, as written
 * @param services the services that the item itself names as its own
 * @param section the heading of the part that it was found in
 * @param line the line it stands on, from 1
 * @param text the item as it stands in the document
 * @param rule the rule that found it
 */
public record Candidate(
    String title,
    Optional<String> owner,
    Optional<LocalDate> due,
    Optional<String> dueText,
    Optional<Boolean> done,
    Optional<String> status,
    List<String> tickets,
    Optional<Priority> priority,
    Optional<ActionKind> kind,
    Optional<Reach> reach,
    Optional<String> theme,
    Optional<String> group,
    Optional<String> criterion,
    Optional<String> effort,
    Optional<String> blockedBy,
    Optional<String> risk,
    Optional<String> reason,
    Optional<String> reviewDate,
    List<String> services,
    Optional<String> section,
    int line,
    String text,
    String rule) {
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)");

  public Candidate {
    requireNonNull(title, "title is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(due, "due is null");
    requireNonNull(dueText, "dueText is null");
    requireNonNull(done, "done is null");
    requireNonNull(status, "status is null");
    tickets = List.copyOf(tickets);
    requireNonNull(priority, "priority is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(reach, "reach is null");
    requireNonNull(theme, "theme is null");
    requireNonNull(group, "group is null");
    requireNonNull(criterion, "criterion is null");
    requireNonNull(effort, "effort is null");
    requireNonNull(blockedBy, "blockedBy is null");
    requireNonNull(risk, "risk is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(reviewDate, "reviewDate is null");
    services = List.copyOf(services);
    requireNonNull(section, "section is null");
    requireNonNull(text, "text is null");
    requireNonNull(rule, "rule is null");
  }

  /** What of this the rest of the program carries on. */
  public Promise promise() {
    return new Promise(
        title,
        text,
        line,
        rule,
        owner,
        due,
        dueText,
        done.orElse(false),
        tickets,
        priority,
        kind,
        criterion,
        services,
        reviewDate.flatMap(Candidate::day));
  }

  private static Optional<LocalDate> day(String written) {
    Matcher date = DAY.matcher(written);
    try {
      return date.find() ? Optional.of(LocalDate.parse(date.group())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
