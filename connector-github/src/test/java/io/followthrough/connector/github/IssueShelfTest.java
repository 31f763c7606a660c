package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IssueShelfTest {
  private static final String LIST = "GET /repos/acme/postmortems/issues";
  private final Library l = new Library();
  private final DocumentSource source = l.issues(Map.of("labels", "postmortem, reviewed"));

  @AfterEach
  void close() {
    source.close();
    l.close();
  }

  private int postmortem(String body) {
    int number = l.stub.open(Library.SLUG, "alice-m", "Checkout outage", body);
    l.stub.label(Library.SLUG, number, "Postmortem", "reviewed", "sev1");
    return number;
  }

  @Test
  void anIssueIsItsTitleItsDescriptionAndWhatPeopleSaid() {
    int number = postmortem("---\nseverity: SEV1\n---\nThe replica fell behind.");
    l.stub.comment(Library.SLUG, number, "bob-s", "- [ ] @alice-m: add an alert");
    l.stub.comment(Library.SLUG, number, "stale[bot]", "This is stale.");
    l.stub.comment(
        Library.SLUG,
        number,
        GitHubStub.BOT,
        "How is it going?\n\n<!-- followthrough:v1:acme-sre:i:d:t key=acme-sre/i/nudge -->");
    PostmortemDocument document = source.read(source.list().get(0));

    assertEquals(
        """
        ---
        severity: SEV1
        ---
        # Checkout outage

        The replica fell behind.

        ## Comment by bob-s, 2026-11-21T10:00:00Z

        - [ ] @alice-m: add an alert\
        """,
        document.text());
    assertEquals(Set.of("Postmortem", "reviewed", "sev1"), document.labels());
    assertEquals(
        Optional.of(l.stub.pages() + "/acme/postmortems/issues/" + number), document.link());
    assertEquals("issues/" + number, document.path());
  }

  @Test
  void whileNothingChangesAListIsOneConditionalRequest() {
    for (int i = 0; i < 150; i++) {
      postmortem("P" + i);
    }
    assertEquals(150, source.list().size());
    assertEquals(2, l.requests().size());
    l.clock.advance(Duration.ofMinutes(10));
    assertEquals(150, source.list().size());
    assertEquals(List.of(LIST + " 304"), l.requests());
  }

  @Test
  void closedIssuesAreDocumentsAndACommentOrALabelMakesAnotherVersion() {
    int number = postmortem("P");
    List<Entry> open = source.list();
    l.stub.close(Library.SLUG, number, "alice-m", "completed");
    List<Entry> closed = source.list();
    l.stub.comment(Library.SLUG, number, "bob-s", "More");
    List<Entry> commented = source.list();

    assertEquals(1, closed.size());
    assertFalse(open.equals(closed) || closed.equals(commented));
  }

  @Test
  void whatLeavesALaterPageIsNoticedWithinAnHour() {
    for (int i = 0; i < 120; i++) {
      postmortem("P" + i);
      l.clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(120, source.list().size());
    l.stub.configure(Library.SLUG, repository -> repository.issue(1).orElseThrow().labels.clear());
    assertEquals(120, source.list().size());
    l.clock.advance(Duration.ofMinutes(61));
    assertEquals(119, source.list().size());
    assertTrue(source.isGone("issues/1"));
  }

  @Test
  void anIssueThatAListDoesNotShowYetIsNotGone() {
    l.stub.lagLists(Duration.ofMinutes(9));
    int number = postmortem("P");

    assertEquals(List.of(), source.list());
    assertFalse(source.isGone("issues/" + number));
    l.stub.delete(Library.SLUG, number);
    assertTrue(source.isGone("issues/" + number));
  }

  @Test
  void issuesThatAreSwitchedOffFailTheSourceAndRemoveNothing() {
    postmortem("words");
    assertEquals(1, source.list().size());
    l.stub.configure(Library.SLUG, repository -> repository.hasIssues = false);

    SourceException failure = assertThrows(SourceException.class, source::list);

    assertTrue(String.valueOf(failure.getMessage()).contains("disabled"), failure::getMessage);
  }

  @Test
  void aRepositoryThatIsRenamedIsReadAsBefore() {
    int number = postmortem("words");
    source.list();
    l.stub.rename(Library.SLUG, "reviews");
    l.clock.advance(Duration.ofHours(2));

    assertEquals("issues/" + number, source.list().get(0).path());
    assertTrue(source.read(source.list().get(0)).text().contains("words"));
  }

  @Test
  void anIssueThatWasTransferredIsGoneFromHere() {
    l.stub.addRepository("acme/other");
    l.stub.open("acme/other", "bob-s", "First", "");
    int number = postmortem("P");
    l.stub.transfer(Library.SLUG, number, "acme/other");

    assertTrue(source.isGone("issues/" + number));
  }
}
