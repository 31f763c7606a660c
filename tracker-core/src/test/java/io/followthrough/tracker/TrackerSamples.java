package io.followthrough.tracker;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Drafts for tests of trackers. */
public final class TrackerSamples {
  /** The installation of every draft here. */
  public static final String INSTALLATION = "acme-sre";

  private TrackerSamples() {}

  /** The mark of an item. */
  public static Marker marker(int item) {
    return new Marker(INSTALLATION, id(item), "2c3d2c3d2c3d2c3d2c3d", "4e5f4e5f4e5f4e5f4e5f");
  }

  /** The id of an item. */
  public static String id(int item) {
    return "%020x".formatted(item);
  }

  /** A ticket that asks for nothing that a tracker could refuse. */
  public static TicketDraft draft(int item) {
    return draft(marker(item), "Alert on replication lag " + item, Optional.empty());
  }

  /** A ticket with an assignee. */
  public static TicketDraft assigned(int item, String handle) {
    return draft(marker(item), "Alert on replication lag " + item, Optional.of(handle));
  }

  /** A ticket with a title and a block of hostile words. */
  public static TicketDraft hostile(int item, String words) {
    return new TicketDraft(
        marker(item),
        words,
        Prose.empty().paragraph(Span.plain(words), Span.strong(words)).quote(words),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A ticket with a due date and a priority. */
  public static TicketDraft dated(int item, LocalDate due, String priority) {
    TicketDraft plain = draft(item);
    return new TicketDraft(
        plain.marker(),
        plain.title(),
        plain.block(),
        plain.assignee(),
        Optional.of(due),
        Optional.of(priority),
        plain.labels(),
        plain.project(),
        plain.issueType(),
        plain.parent());
  }

  /** A ticket with another mark than those of {@link #marker}. */
  public static TicketDraft draft(Marker marker, String title, Optional<String> assignee) {
    return new TicketDraft(
        marker,
        title,
        block("as agreed"),
        assignee,
        Optional.empty(),
        Optional.empty(),
        List.of("postmortem"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A block of a paragraph, a quotation and a list. */
  public static Prose block(String words) {
    return Prose.empty()
        .paragraph(Span.strong("From"), Span.plain(" INC-42, " + words))
        .quote("We will know before customers do.")
        .bullet(Span.plain("Done when: "), Span.code("lag_p99"), Span.plain(" pages in staging"))
        .paragraph(Span.link("postmortem", "https://wiki.example/inc-42"));
  }

  /** An edit that changes nothing, to be completed. */
  public static TicketEdit edit(Marker marker, Written expected) {
    return new TicketEdit(
        marker,
        expected,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The edit with another title. */
  public static TicketEdit titled(TicketEdit edit, String title) {
    return new TicketEdit(
        edit.marker(),
        edit.expected(),
        Optional.of(title),
        edit.block(),
        edit.assignee(),
        edit.due(),
        edit.priority());
  }

  /** The edit with another block. */
  public static TicketEdit blocked(TicketEdit edit, Prose block) {
    return new TicketEdit(
        edit.marker(),
        edit.expected(),
        edit.title(),
        Optional.of(block),
        edit.assignee(),
        edit.due(),
        edit.priority());
  }

  /** The edit with another assignee. */
  public static TicketEdit assigned(TicketEdit edit, String handle) {
    return new TicketEdit(
        edit.marker(),
        edit.expected(),
        edit.title(),
        edit.block(),
        Optional.of(handle),
        edit.due(),
        edit.priority());
  }

  /** The edit with another due date. */
  public static TicketEdit due(TicketEdit edit, LocalDate due) {
    return new TicketEdit(
        edit.marker(),
        edit.expected(),
        edit.title(),
        edit.block(),
        edit.assignee(),
        Optional.of(due),
        edit.priority());
  }

  /** A comment with a key. */
  public static CommentDraft comment(int item, String key, String words) {
    return new CommentDraft(marker(item), key, Prose.empty().paragraph(Span.plain(words)));
  }
}
