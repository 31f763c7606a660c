package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.Block;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract of sources does not say: requests, fields, comments. */
final class JiraIssuesSourceTest {
  private static final String OUTAGE = "Checkout outage";

  private ReviewsHarness harness = new ReviewsHarness(Edition.CLOUD);
  private DocumentSource source = harness.open(Optional.empty());

  private void on(Edition edition) {
    close();
    harness = new ReviewsHarness(edition);
    source = harness.open(Optional.empty());
  }

  @AfterEach
  void close() {
    source.close();
    harness.close();
  }

  private PostmortemDocument read(String document) {
    return source.read(
        source.list().stream()
            .filter(entry -> entry.path().equals(harness.path(document)))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> words(PostmortemDocument document) {
    return DocumentFormat.of(document.path()).parse(document.text()).blocks().stream()
        .map(Block::text)
        .map(text -> text.plain().strip())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void anIdleListCostsOneRequestForEachHundred(Edition edition) {
    on(edition);
    for (int i = 0; i < 230; i++) {
      harness.write("Outage " + i, "words");
    }
    source.list();
    int before = harness.stub().journal().size();

    List<Entry> entries = source.list();

    assertEquals(230, entries.size());
    assertEquals(before + 3, harness.stub().journal().size());
    assertEquals(4, before);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void theIssueIsToldWithItsCommentsAndFields(Edition edition) {
    on(edition);
    harness.write(OUTAGE, "The replica fell behind.");
    harness.stub().mostComments = 1;
    harness
        .stub()
        .change(
            s -> {
              StubReview review = harness.review(OUTAGE);
              review.priority = "Highest";
              review.assignee = Optional.of("Carol Diaz");
              review.components.add("checkout");
              review.components.add("billing");
              review.comments.add(said("Alice Martin", "I saw it.", Optional.empty()));
              review.comments.add(said("Bob Stone", "Staff only.", Optional.of("Staff")));
              review.comments.add(said("Victor Prime", "So did I.", Optional.empty()));
            });

    PostmortemDocument document = read(OUTAGE);

    assertEquals(
        List.of(
            OUTAGE,
            "The replica fell behind.",
            "Comment by Alice Martin",
            "I saw it.",
            "Comment by Victor Prime",
            "So did I.",
            "Details",
            "Incident ID: PIR-1",
            "Priority: Highest",
            "Services: checkout, billing",
            "Incident owner: Carol Diaz"),
        words(document));
    assertEquals(Optional.of(harness.stub().url() + "/browse/PIR-1"), document.link());
    assertTrue(document.createdAt().orElseThrow().isBefore(document.modifiedAt()));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aMovedIssueIsTheSameDocumentAndAnUnindexedOneIsNotGone(Edition edition) {
    on(edition);
    harness.write(OUTAGE, "words");
    String path = harness.path(OUTAGE);

    harness.stub().change(s -> harness.review(OUTAGE).key = "OPS-9");

    assertEquals(Optional.of(harness.stub().url() + "/browse/OPS-9"), read(OUTAGE).link());
    assertFalse(source.isGone(path));
    harness.stub().change(s -> harness.review(OUTAGE).hidden = true);
    assertEquals(List.of(), source.list());
    assertFalse(source.isGone(path));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatTheQueryNoLongerFindsIsGoneOnceTheIndexHasSeenIt(Edition edition) {
    on(edition);
    harness.write(OUTAGE, "words");
    String path = harness.path(OUTAGE);
    harness.stub().change(s -> harness.review(OUTAGE).elsewhere = true);
    assertTrue(source.isGone(path));

    harness.stub().change(s -> harness.review(OUTAGE).hidden = true);

    assertEquals(edition == Edition.CLOUD, source.isGone(path));
  }

  @Test
  void anArchivedIssueOfADataCenterIsGone() {
    on(Edition.DATA_CENTER);
    harness.write(OUTAGE, "words");
    harness.stub().change(s -> harness.review(OUTAGE).hidden = true);
    harness.stub().change(s -> harness.review(OUTAGE).archived = true);

    assertTrue(source.isGone(harness.path(OUTAGE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type = Bug | type = Bug",
        "type = Bug ORDER BY key | type = Bug",
        "type = Bug order  by key desc | type = Bug",
        "summary ~ \"order by phone\" order by key | summary ~ \"order by phone\"",
        "summary ~ 'order by' | summary ~ 'order by'"
      })
  void theOrderOfAQueryIsOurs(String query, String unordered) {
    assertEquals(unordered, IssueSearch.unordered(query));
  }

  private StubReview.Said said(String author, String words, Optional<String> role) {
    return new StubReview.Said(author, harness.prose(words), role);
  }
}
