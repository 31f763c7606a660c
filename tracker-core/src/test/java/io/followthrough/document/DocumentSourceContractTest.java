package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.SourceHarness.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every source of documents does. What a place has nothing of, its harness says. */
public abstract class DocumentSourceContractTest {
  private static final String FIRST = "Checkout outage";
  private static final String SECOND = "Queue overflow";
  private static final String WORDS = "The replica fell behind.";
  private static final String OTHER_WORDS = "The replica fell behind, and nobody was told.";

  private SourceHarness harness;
  private DocumentSource source;

  /** Starts a fresh, empty place. */
  protected abstract SourceHarness start();

  @BeforeEach
  final void startAFreshPlace() {
    harness = start();
    source = harness.open(Optional.empty());
  }

  @AfterEach
  final void leaveThePlace() {
    source.close();
    harness.close();
  }

  private Map<String, String> versions() {
    return versions(source);
  }

  private static Map<String, String> versions(DocumentSource from) {
    return from.list().stream().collect(Collectors.toMap(Entry::path, Entry::version));
  }

  private Entry entry(String document) {
    String path = harness.path(document);
    return source.list().stream()
        .filter(entry -> entry.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(document + " is not listed"));
  }

  private void writeBoth() {
    harness.write(FIRST, WORDS);
    harness.write(SECOND, "The queue was full.");
  }

  private static List<String> words(PostmortemDocument document) {
    ParsedDocument parsed = DocumentFormat.of(document.path()).parse(document.text());
    assertEquals(List.of(), parsed.problems());
    return parsed.blocks().stream().map(block -> block.text().plain().strip()).toList();
  }

  /** Fails with words that name the source and hold no secret. */
  private void assertFails(Executable call) {
    SourceException failure = assertThrows(SourceException.class, call);
    String message = String.valueOf(failure.getMessage());
    assertFalse(message.isBlank());
    harness.secret().ifPresent(secret -> assertFalse(message.contains(secret), message));
  }

  @Test
  final void aPlaceWithoutDocumentsListsNothing() {
    assertEquals(List.of(), source.list());
  }

  @Test
  final void everyDocumentIsListedOnceAndCanBeRead() {
    writeBoth();

    List<Entry> entries = source.list();

    assertEquals(
        Set.of(harness.path(FIRST), harness.path(SECOND)),
        entries.stream().map(Entry::path).collect(Collectors.toSet()));
    assertEquals(2, entries.size());
    for (Entry entry : entries) {
      PostmortemDocument document = source.read(entry);
      assertEquals(harness.name(), document.source());
      assertEquals(entry.path(), document.path());
      assertEquals(entry.version(), document.version());
      assertFalse(document.restricted());
    }
  }

  @Test
  final void aDocumentHasItsWords() {
    harness.write(FIRST, WORDS);

    assertTrue(words(source.read(entry(FIRST))).contains(WORDS));
  }

  @Test
  final void listingReadsNoContent() {
    writeBoth();
    int before = harness.reads();

    source.list();
    source.list();

    assertEquals(before, harness.reads());
  }

  @Test
  final void whatIsReadIsReadOnce() {
    writeBoth();
    Entry entry = entry(FIRST);
    int before = harness.reads();

    source.read(entry);

    assertEquals(before + 1, harness.reads());
  }

  @Test
  final void anUnchangedDocumentKeepsItsVersion() {
    writeBoth();
    Map<String, String> before = versions();
    source.read(entry(FIRST));

    assertEquals(before, versions());
  }

  @Test
  final void aRestartChangesNoVersion() {
    writeBoth();
    Map<String, String> before = versions();

    try (DocumentSource again = harness.open(Optional.empty())) {
      assertEquals(before, versions(again));
    }
  }

  @Test
  final void aChangedDocumentHasAnotherVersionAndTheOthersKeepTheirs() {
    writeBoth();
    Map<String, String> before = versions();

    harness.write(FIRST, OTHER_WORDS);

    Map<String, String> after = versions();
    assertNotEquals(before.get(harness.path(FIRST)), after.get(harness.path(FIRST)));
    assertEquals(before.get(harness.path(SECOND)), after.get(harness.path(SECOND)));
    assertTrue(words(source.read(entry(FIRST))).contains(OTHER_WORDS));
  }

  @Test
  final void aDeletedDocumentIsGoneAndTheOthersAreThere() {
    writeBoth();
    source.list();

    harness.delete(FIRST);

    assertEquals(Set.of(harness.path(SECOND)), versions().keySet());
    assertTrue(source.isGone(harness.path(FIRST)));
  }

  @Test
  final void readingADocumentThatWasDeletedMeanwhileSaysSo() {
    writeBoth();
    Entry entry = entry(FIRST);

    harness.delete(FIRST);

    assertFails(() -> source.read(entry));
  }

  @Test
  final void anUnreadableDocumentHidesNoOther() {
    writeBoth();
    Map<String, String> before = versions();
    if (!harness.spoil(FIRST)) {
      return;
    }

    Map<String, String> after = versions();

    assertEquals(before.keySet(), after.keySet());
    assertEquals(before.get(harness.path(SECOND)), after.get(harness.path(SECOND)));
    Entry spoilt = entry(FIRST);
    assertFails(() -> source.read(spoilt));
    source.read(entry(SECOND));
    harness.mend(FIRST);
    assertTrue(words(source.read(entry(FIRST))).contains(WORDS));
  }

  @Test
  final void aDocumentLargerThanAnyPostmortemIsRefusedAndTheOthersAreRead() {
    writeBoth();

    harness.bloat(FIRST);

    Entry bloated = entry(FIRST);
    assertFails(() -> source.read(bloated));
    source.read(entry(SECOND));
  }

  @Test
  final void signsOfEveryKindComeThrough() {
    String hostile = "a < b && c > \"d\" 'e' \ud83d\ude80 \u202eevil\u202c ]]> --> grün 日本";
    harness.write(FIRST, hostile);

    assertTrue(words(source.read(entry(FIRST))).contains(hostile), hostile);
  }

  @Test
  final void aPlaceThatCannotBeListedThrowsAndNeverListsNothing() {
    writeBoth();
    Map<String, String> before = versions();
    for (Fault fault : harness.faults()) {
      harness.strike(fault);
      assertFails(source::list);
      harness.relent();
      assertEquals(before, versions(), fault + " does harm afterwards");
    }
  }

  @Test
  final void aFreshSourceIsNotDeceivedEither() {
    writeBoth();
    for (Fault fault : harness.faults()) {
      harness.strike(fault);
      try (DocumentSource fresh = harness.open(Optional.empty())) {
        assertFails(fresh::list);
      }
      harness.relent();
    }
  }

  @Test
  final void readingFromAPlaceThatFailsSaysSo() {
    writeBoth();
    Entry entry = entry(FIRST);
    for (Fault fault : harness.faults()) {
      harness.strike(fault);
      assertFails(() -> source.read(entry));
      harness.relent();
    }
    assertTrue(words(source.read(entry)).contains(WORDS));
  }

  @Test
  final void aLabelIsReadAndMakesAnotherVersion() {
    writeBoth();
    Map<String, String> before = versions();
    if (!harness.label(FIRST, "approved")) {
      return;
    }

    Map<String, String> after = versions();

    assertNotEquals(before.get(harness.path(FIRST)), after.get(harness.path(FIRST)));
    assertEquals(before.get(harness.path(SECOND)), after.get(harness.path(SECOND)));
    assertTrue(source.read(entry(FIRST)).labels().contains("approved"));
    assertFalse(source.read(entry(SECOND)).labels().contains("approved"));
  }

  @Test
  final void aRestrictedDocumentIsToldAsSuchAndMakesAnotherVersion() {
    writeBoth();
    Map<String, String> before = versions();
    if (!harness.restrict(FIRST)) {
      return;
    }

    Map<String, String> after = versions();

    assertNotEquals(before.get(harness.path(FIRST)), after.get(harness.path(FIRST)));
    assertTrue(source.read(entry(FIRST)).restricted());
    assertFalse(source.read(entry(SECOND)).restricted());
  }

  @Test
  final void aPlaceIsPrivateUnlessStrangersMayReadIt() {
    writeBoth();
    assertTrue(source.isPrivate());

    boolean open = harness.publish();

    try (DocumentSource again = harness.open(Optional.empty())) {
      assertEquals(!open, again.isPrivate());
    }
  }

  @Test
  final void whatTheConfigurationSaysOfTheVisibilityHolds() {
    for (boolean isPrivate : new boolean[] {true, false}) {
      try (DocumentSource told = harness.open(Optional.of(isPrivate))) {
        assertEquals(isPrivate, told.isPrivate());
      }
    }
  }

  @Test
  final void whatCannotBeFoundOutIsPrivate() {
    for (Fault fault : harness.faults()) {
      harness.strike(fault);
      try (DocumentSource fresh = harness.open(Optional.empty())) {
        assertTrue(fresh.isPrivate());
      }
      harness.relent();
    }
  }

  @Test
  final void closingTwiceDoesNoHarm() {
    source.close();
    source.close();
  }
}
