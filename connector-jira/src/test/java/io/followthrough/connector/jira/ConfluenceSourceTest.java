package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.document.SourceHarness;
import io.followthrough.tracker.CheckFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract of sources does not say: requests, restrictions, people, links. */
final class ConfluenceSourceTest {
  private static final String TITLE = "Checkout <outage> & more";

  private ConfluenceHarness harness = new ConfluenceHarness(Edition.CLOUD);
  private ConfluenceStub stub = harness.stub();
  private DocumentSource source = harness.open(Optional.empty());

  private void on(Edition edition) {
    close();
    harness = new ConfluenceHarness(edition);
    stub = harness.stub();
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

  private Set<String> listed() {
    return source.list().stream().map(Entry::path).collect(Collectors.toSet());
  }

  private List<String> requests() {
    List<String> lines = stub.journal().stream().map(StubExchange::line).toList();
    stub.forgetJournal();
    return lines;
  }

  private void write(String document, String storage) {
    harness.write(document, "");
    stub.edit(harness.id(document), storage);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void anIdleListCostsOneRequestAndAChangedPageOneMore(Edition edition) {
    on(edition);
    for (int i = 0; i < 30; i++) {
      harness.write("Outage " + i, "words");
    }
    String context = edition == Edition.CLOUD ? "/wiki" : "/confluence";
    String search = "GET " + context + "/rest/api/content/search 200";

    source.list();
    assertEquals(
        List.of("GET " + context + "/rest/api/user/current 200", search, search), requests());
    source.list();
    assertEquals(List.of(search), requests());
    read("Outage 7");
    String page =
        (edition == Edition.CLOUD ? "/wiki/api/v2/pages/" : "/confluence/rest/api/content/")
            + harness.id("Outage 7");
    assertEquals(List.of(search, "GET " + page + " 200"), requests());
  }

  @Test
  void aScopedTokenReadsThroughTheGatewayAndLinksToTheSite() {
    on(Edition.CLOUD);
    for (int i = 0; i < 5; i++) {
      harness.write("Outage " + i, "words");
    }
    stub.change(
        w -> {
          w.scoped = true;
          w.mostResults = 2;
        });
    String gateway = stub.url().replace("127.0.0.1", "localhost").replace("/wiki", "");
    try (DocumentSource scoped = harness.open(Optional.empty(), Map.of("gateway", gateway))) {
      stub.forgetJournal();
      List<Entry> entries = scoped.list();
      PostmortemDocument document = scoped.read(entries.get(0));

      assertEquals(5, entries.size(), "all pages, though the next is told relative to the site");
      assertTrue(document.link().orElseThrow().startsWith(stub.url() + "/"));
      List<String> paths = stub.journal().stream().map(StubExchange::path).toList();
      String door = ConfluenceRoutes.GATEWAY_PATH + "/wiki/";
      assertEquals(
          List.of("/wiki/rest/api/user/current", "/_edge/tenant_info"),
          paths.stream().filter(path -> !path.startsWith(door)).toList(),
          "the token is tried at the site once");
      assertTrue(scoped.isGone("1.confluence"));
      stub.change(w -> w.token = "another");
      assertThrows(SourceException.class, scoped::list);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aListOfManyRepliesIsFollowedToItsEnd(Edition edition) {
    on(edition);
    stub.change(w -> w.mostResults = 10);
    for (int i = 0; i < 35; i++) {
      harness.write("Outage " + i, "words");
    }

    assertEquals(35, listed().size());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatOnlySomeMayReadRestrictsAllBelowIt(Edition edition) {
    on(edition);
    String secret = stub.page(ConfluenceHarness.SPACE, "Security", "", "");
    harness.write("Breach", "words");
    harness.write("Outage", "words");
    stub.change(w -> w.page(harness.id("Breach")).parent = secret);
    assertFalse(read("Breach").restricted());

    stub.restrict(secret, "Carol Diaz");

    assertTrue(read("Breach").restricted());
    assertFalse(read("Outage").restricted());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatCannotBeFoundOutIsRestricted(Edition edition) {
    on(edition);
    String folder = stub.page(ConfluenceHarness.SPACE, "Folder", "", "");
    harness.write("Told", "words");
    harness.write("Untold", "words");
    harness.write("Below", "words");
    stub.change(
        w -> {
          w.page(harness.id("Untold")).secretive = true;
          w.page(harness.id("Below")).parent = folder;
          w.page(folder).hidden = true;
        });

    assertFalse(read("Told").restricted());
    assertTrue(read("Untold").restricted());
    assertTrue(read("Below").restricted());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void draftsArchivedPagesAndOtherLabelsAreNoDocuments(Edition edition) {
    on(edition);
    for (String status : List.of("draft", "archived", "trashed")) {
      harness.write(status, "words");
      stub.change(w -> w.page(harness.id(status)).status = status);
    }
    harness.write("Outage", "words");
    harness.write("Minutes", "words");
    stub.unlabel(harness.id("Minutes"), "postmortem");

    assertEquals(Set.of(harness.path("Outage")), listed());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aPageThatTheSearchHasLostIsNotGone(Edition edition) {
    on(edition);
    harness.write("Hidden", "words");
    harness.write("Unlabelled", "words");
    harness.write("Moved", "words");
    stub.change(
        w -> {
          w.page(harness.id("Hidden")).hidden = true;
          w.spaces.add("ATTIC");
          w.page(harness.id("Moved")).space = "ATTIC";
        });
    stub.unlabel(harness.id("Unlabelled"), "postmortem");

    assertEquals(Set.of(), listed());
    assertFalse(source.isGone(harness.path("Hidden")));
    assertTrue(source.isGone(harness.path("Unlabelled")));
    assertTrue(source.isGone(harness.path("Moved")));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void onlyWhatStandsBelowTheParentIsADocument(Edition edition) {
    on(edition);
    harness.write("Above", "words");
    harness.write("Parent", "words");
    harness.write("Below", "words");
    stub.change(w -> w.page(harness.id("Below")).parent = harness.id("Parent"));
    source.close();
    source = harness.open(Optional.empty(), Map.of("parent", harness.id("Parent")));

    assertEquals(Set.of(harness.path("Below")), listed());
    assertFalse(source.isGone(harness.path("Below")));
    assertTrue(source.isGone(harness.path("Above")));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void peopleAreNamedAndAskedForOnce(Edition edition) {
    on(edition);
    String attribute = edition == Edition.CLOUD ? "account-id" : "userkey";
    String alice = stub.person("Alice \"Al\" Martin");
    String mention = "<ac:link><ri:user ri:" + attribute + "=\"%s\" /></ac:link>";
    write(
        "Outage",
        "<p>" + mention.formatted(alice) + " and " + mention.formatted("stranger") + "</p>");

    String text = read("Outage").text();
    int asked = stub.journal().size();
    assertTrue(
        text.contains(
            "ri:"
                + attribute
                + "=\""
                + alice
                + "\" /><ac:link-body>Alice &quot;Al&quot; Martin</ac:link-body></ac:link>"),
        text);
    assertTrue(text.contains(mention.formatted("stranger")), text);
    assertEquals(text, read("Outage").text());
    assertEquals(asked + 2, stub.journal().size());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aSiteThatTellsNoNamesIsReadAllTheSame(Edition edition) {
    on(edition);
    stub.change(w -> w.shy = true);
    String attribute = edition == Edition.CLOUD ? "account-id" : "username";
    String mention = "<ac:link><ri:user ri:" + attribute + "=\"somebody\" /></ac:link>";
    write("Outage", "<p>" + mention + "</p>");

    assertTrue(read("Outage").text().contains(mention));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void thePageIsToldWholly(Edition edition) {
    on(edition);
    harness.write(TITLE, "");
    stub.edit(harness.id(TITLE), "<p><a href=\"/x/abc\">a</a> <a href=\"//cdn/b\">b</a></p>");
    stub.label(harness.id(TITLE), "approved");
    String site = stub.url().replaceFirst("/[a-z]*$", "");

    PostmortemDocument document = read(TITLE);

    assertEquals(
        "<h1>Checkout &lt;outage&gt; &amp; more</h1>\n<p><a href=\""
            + site
            + "/x/abc\">a</a> <a href=\"//cdn/b\">b</a></p>",
        document.text());
    assertEquals(
        Optional.of(stub.url() + "/spaces/SRE/pages/" + harness.id(TITLE)), document.link());
    assertEquals(Optional.of(harness.clock().instant()), document.createdAt());
    assertEquals(harness.clock().instant(), document.modifiedAt());
    assertEquals(Set.of("approved", "postmortem"), document.labels());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aCheckTellsTheAccountThePagesAndWhoMaySeeThem(Edition edition) {
    on(edition);
    harness.write("Outage", "words");
    harness.write("Breach", "words");
    stub.restrict(harness.id("Breach"), "Carol Diaz");

    List<String> said =
        source.check().stream()
            .map(finding -> finding.subject() + ": " + finding.message())
            .toList();

    assertEquals("token: belongs to Followthrough", said.get(0));
    assertEquals("documents: 2 found", said.get(1));
    assertTrue(said.get(2).startsWith("documents: 1 of them can be read by some"), said.get(2));
    assertEquals("visibility: private", said.get(3));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aCheckOfAnEmptySpaceWarns(Edition edition) {
    on(edition);

    assertTrue(source.check().stream().anyMatch(f -> f.level() == CheckFinding.Level.WARNING));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aSiteThatWantsToBeLeftAloneIsNotAskedAgain(Edition edition) {
    on(edition);
    harness.write("Outage", "words");
    source.list();
    harness.strike(SourceHarness.Fault.THROTTLED);
    assertThrows(SourceException.class, source::list);
    stub.strike(Optional.empty());
    stub.forgetJournal();

    assertThrows(SourceException.class, source::list);

    assertEquals(List.of(), requests());
    harness.relent();
    assertEquals(1, source.list().size());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aWrongParentIsSaid(Edition edition) {
    on(edition);

    assertThrows(
        IllegalArgumentException.class,
        () -> harness.open(Optional.empty(), Map.of("parent", "Postmortems")));
  }
}
