package io.followthrough.daemon.web;

import java.util.List;
import java.util.Optional;

/**
 * One promise and its whole story.
 *
 * @param postmortem the fingerprint of its document
 * @param document where the document itself can be read
 * @param facts a name and words each, absent ones left out
 * @param warnings findings for which it does not wait
 * @param next what happens next, in a sentence
 * @param evidence what shows that it is done
 * @param underway what is to be sent and has not been yet
 * @param earlier how many events are older than those shown
 */
public record ItemView(
    Row row,
    String postmortem,
    String postmortemTitle,
    Row.Link document,
    String place,
    String words,
    List<Fact> facts,
    List<Row.Hold> warnings,
    ProseView next,
    List<Row.Link> evidence,
    List<Underway> underway,
    List<Remark> comments,
    List<Event> events,
    int earlier) {
  /** A fact with its name. */
  public record Fact(String name, String words, Optional<Moment> moment) {
    static Fact of(String name, String words) {
      return new Fact(name, Plain.line(words), Optional.empty());
    }
  }

  /** A delivery that has not happened yet. */
  public record Underway(String what, String state, Optional<String> problem) {}

  /**
   * A comment on the ticket.
   *
   * @param kind what of ours it is
   * @param words as they stand, where they are not our own prose
   */
  public record Remark(
      String author,
      Moment when,
      Optional<String> kind,
      Optional<ProseView> prose,
      Optional<String> words) {}

  /** Something that happened. */
  public record Event(Moment when, String who, String kind, String words, String rule) {}
}
