package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a comment on a postmortem's own ticket that answers a held item, such as {@code accept
 * 3 owner @bob due 2026-12-01}.
 *
 * @param number of the item in the ticket's list
 * @param owner as written
 * @param words why it is declined, else empty
 * @param problem what is wrong with the line; empty where it can be obeyed
 */
public record HeldCommand(
    HeldAnswer.Kind kind,
    int number,
    Optional<String> owner,
    Optional<LocalDate> due,
    String words,
    String problem) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:/followthrough )?(accept|decline|aware) #?(\\d{1,4})(?:[.:,]? (.{1,400}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DUE =
      Pattern.compile("(?:^| )due:? (\\S{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern OWNER =
      Pattern.compile("(?:^| )owner:? (.{1,120}?)(?= due:? |$)", Pattern.CASE_INSENSITIVE);
  private static final int MANY = 50;

  public HeldCommand {
    requireNonNull(kind, "kind is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(due, "due is null");
    requireNonNull(words, "words is null");
    requireNonNull(problem, "problem is null");
  }

  /** What a comment answers, in its order; empty where it answers nothing. */
  public static List<HeldCommand> in(String comment) {
    List<HeldCommand> found = new ArrayList<>();
    for (String raw : comment.split("\\R", -1)) {
      Matcher line = LINE.matcher(raw.replaceAll("[\\s\\p{Z}]+", " ").strip());
      if (found.size() < MANY && line.matches()) {
        found.add(read(line));
      }
    }
    return List.copyOf(found);
  }

  private static HeldCommand read(Matcher line) {
    HeldAnswer.Kind kind = HeldAnswer.Kind.valueOf(line.group(1).toUpperCase(Locale.ROOT));
    int number = Integer.parseInt(line.group(2));
    String rest = Optional.ofNullable(line.group(3)).orElse("").strip();
    return switch (kind) {
      case AWARE -> of(kind, number, "", "");
      case DECLINE -> {
        String why = rest.replaceFirst("(?i)^because:?( of)?\\b", "").strip();
        yield of(
            kind, number, why, why.isEmpty() ? "say why: decline " + number + " because …" : "");
      }
      case ACCEPT -> accept(number, rest);
    };
  }

  private static HeldCommand of(HeldAnswer.Kind kind, int number, String words, String problem) {
    return new HeldCommand(kind, number, Optional.empty(), Optional.empty(), words, problem);
  }

  private static HeldCommand accept(int number, String rest) {
    Matcher due = DUE.matcher(rest);
    Optional<String> day = due.find() ? Optional.of(due.group(1)) : Optional.empty();
    Optional<LocalDate> date = day.flatMap(HeldCommand::date);
    Matcher owner = OWNER.matcher(rest);
    Optional<String> name = owner.find() ? Optional.of(owner.group(1).strip()) : Optional.empty();
    String problem =
        day.isPresent() && date.isEmpty() ? day.get() + " is no date: write it as 2026-12-01" : "";
    return new HeldCommand(HeldAnswer.Kind.ACCEPT, number, name, date, "", problem);
  }

  private static Optional<LocalDate> date(String words) {
    try {
      return Optional.of(LocalDate.parse(words.replaceFirst("[.,;]+$", "")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
