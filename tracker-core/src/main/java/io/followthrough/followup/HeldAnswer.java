package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.Judgement;
import io.followthrough.item.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person answered about an item that the gate holds. It outlives every later reading of the
 * document, until the item has its ticket. Pure.
 *
 * @param by the handle of who answered, or ours where nobody did
 * @param owner the name of the person who was named as owner
 * @param words why it is declined, else empty
 */
public record HeldAnswer(
    Kind kind,
    String by,
    Instant at,
    Optional<String> owner,
    Optional<LocalDate> due,
    String words) {
  /** What can be answered. */
  public enum Kind {
    ACCEPT,
    DECLINE,
    AWARE,
  }

  /** What nobody's word can stand in for: it has to be given. */
  private static final Set<String> NEEDED =
      Set.of("owner-missing", "owner-is-team", "owner-unknown", "due-missing");

  /** What is no matter of the item. */
  private static final Set<String> BEYOND = Set.of("not-ready", "no-route", "linked-ticket-gone");

  public HeldAnswer {
    requireNonNull(kind, "kind is null");
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(due, "due is null");
    requireNonNull(words, "words is null");
  }

  /** As text, to be kept. */
  public String encode() {
    return String.join(
        "\t",
        kind.name(),
        at.toString(),
        flat(by),
        flat(owner.orElse("")),
        due.map(LocalDate::toString).orElse(""),
        flat(words));
  }

  /** Out of the text that it was kept as. */
  public static HeldAnswer decode(String text) {
    String[] parts = text.split("\t", -1);
    return new HeldAnswer(
        Kind.valueOf(parts[0]),
        parts[2],
        Instant.parse(parts[1]),
        Optional.of(parts[3]).filter(name -> !name.isEmpty()),
        Optional.of(parts[4]).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        parts[5]);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The item as it is with this answer; one that nobody asks about stays as it is. */
  public ActionItem in(ActionItem item) {
    if (item.filing().isPresent() || item.stage() != Stage.PROPOSED) {
      return item;
    }
    return switch (kind) {
      case AWARE -> closed(item, Stage.AWARE, "known, and not committed to; " + who());
      case DECLINE -> closed(item, Stage.DECLINED, "declined: " + words + "; " + who());
      case ACCEPT -> accepted(item);
    };
  }

  private String who() {
    return "answered by " + by + " on " + at.toString().substring(0, 10);
  }

  private static ActionItem closed(ActionItem item, Stage stage, String words) {
    Judgement made = item.judgement();
    Finding finding = new Finding(stage == Stage.AWARE ? "aware" : "declined", false, words);
    return item.judged(
        new Judgement(stage, made.owner(), made.team(), made.placement(), List.of(finding)));
  }

  private ActionItem accepted(ActionItem item) {
    Judgement made = item.judgement();
    List<Finding> findings =
        made.findings().stream().filter(it -> !isGiven(it)).map(this::waived).toList();
    boolean holds = findings.stream().anyMatch(Finding::holds);
    return item.answered(
        item.promise().answered(due, Optional.empty()),
        new Judgement(
            holds ? Stage.PROPOSED : Stage.ACCEPTED,
            owner.or(made::owner),
            made.team(),
            made.placement(),
            findings));
  }

  private boolean isGiven(Finding finding) {
    return switch (finding.rule()) {
      case "owner-missing", "owner-is-team", "owner-unknown" -> owner.isPresent();
      case "due-missing", "due-past", "due-far" -> due.isPresent();
      default -> false;
    };
  }

  /** What a person takes upon themselves is noted, and holds nothing back. */
  private Finding waived(Finding finding) {
    boolean stays = NEEDED.contains(finding.rule()) || BEYOND.contains(finding.rule());
    return stays || !finding.holds()
        ? finding
        : new Finding(
            finding.rule(), false, finding.message() + " (accepted as it is, " + who() + ")");
  }
}
