package io.followthrough.connector.linear;

import static io.followthrough.connector.linear.Fixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerSamples;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that Linear writes anew, mentions, marks and comments. */
final class WordsTest {
  @Test
  void aTextThatLinearWritesAnewIsNoEdit() {
    try (Fixture f = new Fixture()) {
      Receipt born = f.created(draft(1));
      String sent =
          TicketText.description(TrackerSamples.marker(1), TrackerSamples.block("as agreed"));
      String held = f.stub.issueSeen(born.ticket().ref().id()).description();
      assertFalse(sent.equals(held), "the stub does what Linear does");
      f.stub.forgetJournal();

      Receipt same =
          f.tracker.update(
              born.ticket().ref(),
              TrackerSamples.blocked(
                  TrackerSamples.edit(TrackerSamples.marker(1), born.written()),
                  TrackerSamples.block("as agreed")));

      assertEquals(List.of(), same.remarks());
      assertEquals(List.of("ReadIssue"), f.stub.operations(), "nothing to write");
    }
  }

  @Test
  void peoplesWordsBeforeAndAfterOurBlockStay() {
    try (Fixture f = new Fixture()) {
      Receipt born = f.created(draft(1));
      TicketRef ref = born.ticket().ref();
      String ours = f.stub.issueSeen(ref.id()).description();
      f.stub.rewrite(ref.id(), "Read this first.\n\n" + ours + "\n\nOur notes.");

      Receipt edited =
          f.tracker.update(
              ref,
              TrackerSamples.blocked(
                  TrackerSamples.edit(TrackerSamples.marker(1), born.written()),
                  TrackerSamples.block("reworded")));

      String after = f.stub.issueSeen(ref.id()).description();
      assertEquals(List.of(), edited.remarks());
      assertTrue(after.startsWith("Read this first."), after);
      assertTrue(after.endsWith("Our notes."), after);
      assertTrue(after.contains("reworded") && !after.contains("as agreed"), after);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"**Followthrough**", "`followthrough:v1:"})
  void aBlockWithoutOneOfItsLinesIsLeftToPeople(String line) {
    try (Fixture f = new Fixture()) {
      Receipt born = f.created(draft(1));
      TicketRef ref = born.ticket().ref();
      String without =
          f.stub.issueSeen(ref.id()).description().replace(line, "changed by a person ");
      f.stub.rewrite(ref.id(), without);

      Receipt edited =
          f.tracker.update(
              ref,
              TrackerSamples.blocked(
                  TrackerSamples.edit(TrackerSamples.marker(1), born.written()),
                  TrackerSamples.block("reworded")));

      assertEquals(1, edited.remarks().size(), edited.remarks()::toString);
      assertFalse(f.stub.issueSeen(ref.id()).description().contains("reworded"));
    }
  }

  @Test
  void theSameWordsAreTheSameHoweverTheyAreWritten() {
    String[][] pairs = {
      {"a \\* b", "a * b"},
      {"- one\n- two", "* one\n* two"},
      {"5 &lt; 6", "5 \\< 6"},
      {"**x**y", "__x__y"},
      {"1\\. no list", "1. no list"},
    };
    for (String[] pair : pairs) {
      assertTrue(LinearBlock.saySame(pair[0], pair[1]), pair[0]);
      assertFalse(LinearBlock.saySame(pair[0], pair[1] + " more"), pair[0]);
    }
  }

  @Test
  void anEntityOfTheWordsThemselvesIsNotUndone() {
    assertEquals("lt", LinearBlock.letters("&amp;lt;"));
    assertEquals("lt", LinearBlock.letters("\\&lt;"));
    assertEquals("", LinearBlock.letters("&lt;"));
  }

  @Test
  void aMentionIsTheAddressOfAProfileAndANudgeIsOneRequest() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(TrackerSamples.assigned(1, Fixture.ALICE)).ticket().ref();
      f.stub.forgetJournal();

      Comment nudge = f.tracker.comment(ref, Fixture.mentioning(1, "k/1", Fixture.ALICE));

      assertEquals(List.of("CreateComment"), f.stub.operations());
      assertEquals("https://linear.app/acme/profiles/alice, any news?", nudge.body());
      assertEquals(Optional.of("k/1"), nudge.key());
      Comment stranger = f.tracker.comment(ref, Fixture.mentioning(1, "k/2", "mallory@acme.io"));
      assertEquals("Alice, any news?", stranger.body());
    }
  }

  @Test
  void anAddressIsParted() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      Prose prose =
          Prose.empty()
              .paragraph(
                  Span.plain("to"), Span.mention("Alice", Fixture.ALICE), Span.plain("and others"));

      Comment comment =
          f.tracker.comment(ref, new CommentDraft(TrackerSamples.marker(1), "k/1", prose));

      assertEquals("to https://linear.app/acme/profiles/alice and others", comment.body());
    }
  }

  @Test
  void aCommentWhoseKeyPeopleChangedIsStillOurs() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      Comment ours = f.tracker.comment(ref, TrackerSamples.comment(1, "k/1", "Any news?"));
      f.stub.changeComment(ours.id(), "Any news?\n\n`followthrough:key:k/2`");

      Comment seen = f.tracker.comments(ref).get(0);

      assertFalse(seen.isHuman());
      assertEquals(Optional.of(ours.id()), seen.key());
      assertEquals(Optional.of("k/1"), f.tracker.findComment(ref, "k/1").flatMap(Comment::key));
      assertEquals(Optional.empty(), f.tracker.findComment(ref, "k/2"));
    }
  }

  @Test
  void aCopyThatPeopleMadeOfOurTicketIsTheirs() {
    try (Fixture f = new Fixture()) {
      TicketRef ours = f.created(draft(1)).ticket().ref();
      f.stub.open("WEB", "carol", "Copy", f.stub.issueSeen(ours.id()).description());

      List<Ticket> found = f.tracker.find(new MarkQuery("acme-sre", Set.of(), Instant.EPOCH));

      assertEquals(List.of(ours.id()), found.stream().map(t -> t.ref().id()).toList());
      assertTrue(
          f.tracker.find(new MarkQuery("acme", Set.of(), Instant.EPOCH)).isEmpty(),
          "another installation whose name begins alike");
    }
  }

  @Test
  void evidenceIsWhatIsAttachedAndMergedAndWhatIsLinked() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.pass(Duration.ofMinutes(10));
      f.stub.attach(ref.id(), "https://github.com/acme/api/pull/7", "merged");
      f.stub.attach(ref.id(), "https://github.com/acme/api/pull/8", "open");
      f.stub.comment(ref.id(), "carol", "See https://grafana.acme.io/d/lag");
      f.stub.move(ref.id(), "carol", "completed");

      Transition transition = f.tracker.lastTransition(ref).orElseThrow();

      assertEquals(
          List.of("https://github.com/acme/api/pull/7", "https://grafana.acme.io/d/lag"),
          transition.evidence());
      assertEquals(Optional.of("carol@acme.io"), transition.by().map(a -> a.handle()));
    }
  }

  @Test
  void whatIsAttachedAfterTheClosingIsEvidenceToo() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.pass(Duration.ofMinutes(10));
      f.stub.move(ref.id(), "carol", "completed");
      assertEquals(List.of(), f.tracker.lastTransition(ref).orElseThrow().evidence());
      f.pass(Duration.ofMinutes(10));
      f.stub.attach(ref.id(), "https://github.com/acme/api/pull/7", "merged");

      assertEquals(
          List.of("https://github.com/acme/api/pull/7"),
          f.tracker.lastTransition(ref).orElseThrow().evidence());
    }
  }

  @Test
  void aTurnOfTheFirstMinutesHasItsTimeAlone() {
    try (Fixture f = new Fixture()) {
      TicketRef ref = f.created(draft(1)).ticket().ref();
      f.pass(Duration.ofMinutes(1));
      f.stub.move(ref.id(), "carol", "canceled");

      Transition transition = f.tracker.lastTransition(ref).orElseThrow();

      assertEquals(f.now(), transition.at());
      assertEquals(Optional.empty(), transition.by());
    }
  }

  @Test
  void longTextsAreCutAndNotRefused() {
    try (Fixture f = new Fixture()) {
      TicketDraft plain = draft(1);
      TicketDraft longest =
          new TicketDraft(
              plain.marker(),
              "word ".repeat(500),
              TrackerSamples.block("word ".repeat(60_000)),
              plain.assignee(),
              plain.due(),
              plain.priority(),
              plain.labels(),
              plain.project(),
              plain.issueType(),
              plain.parent());

      Ticket ticket = f.created(longest).ticket();

      assertTrue(ticket.title().length() <= TicketText.TITLE);
      assertTrue(f.stub.issueSeen(ticket.ref().id()).description().length() <= TicketText.BODY);
      assertEquals(Optional.of(plain.marker()), ticket.marker());
    }
  }
}
