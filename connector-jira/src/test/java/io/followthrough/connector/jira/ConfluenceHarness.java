package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceHarness;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A space of the stub of Confluence; pages with a label are documents. */
final class ConfluenceHarness implements SourceHarness {
  static final String SPACE = "SRE";
  private static final int LIMIT = 200_000;

  private final Edition edition;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-10T10:00:00Z"));
  private final ConfluenceStub stub;
  private final String home;
  private final Map<String, String> ids = new HashMap<>();

  ConfluenceHarness(Edition edition) {
    this.edition = edition;
    this.stub = ConfluenceStub.start(edition == Edition.CLOUD, clock, SPACE);
    this.home = stub.page(SPACE, "Home", "", "<p>Welcome.</p>");
  }

  ConfluenceStub stub() {
    return stub;
  }

  ManualClock clock() {
    return clock;
  }

  String id(String document) {
    String id = ids.get(document);
    if (id == null) {
      throw new IllegalArgumentException("no document " + document);
    }
    return id;
  }

  /** Another source over the same space, with more settings. */
  DocumentSource open(Optional<Boolean> isPrivate, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("url", stub.url());
    values.put("space", SPACE);
    values.put("label", "postmortem");
    if (edition == Edition.CLOUD) {
      values.put("auth.email", ConfluenceStub.EMAIL);
    }
    values.putAll(more);
    SourceSettings settings =
        new SourceSettings(
            name(),
            "confluence",
            values,
            Map.of("auth.token", () -> ConfluenceStub.TOKEN),
            List.of(),
            isPrivate,
            Map.of(),
            clock);
    return new ConfluenceSource(settings, HttpSettings.defaults().withBodyLimit(LIMIT));
  }

  @Override
  public DocumentSource open(Optional<Boolean> isPrivate) {
    return open(isPrivate, Map.of());
  }

  @Override
  public String name() {
    return "wiki";
  }

  @Override
  public void write(String document, String words) {
    clock.advance(Duration.ofMinutes(1));
    String storage = "<p>" + ConfluenceText.escaped(words) + "</p>";
    if (ids.containsKey(document)) {
      stub.edit(id(document), storage);
    } else {
      ids.put(document, stub.page(SPACE, document, home, storage));
      stub.label(id(document), "postmortem");
    }
  }

  @Override
  public void delete(String document) {
    stub.change(w -> w.page(id(document)).status = "trashed");
  }

  @Override
  public String path(String document) {
    return id(document) + ".confluence";
  }

  @Override
  public boolean spoil(String document) {
    stub.change(w -> w.page(id(document)).broken = true);
    return true;
  }

  @Override
  public void mend(String document) {
    stub.change(w -> w.page(id(document)).broken = false);
  }

  @Override
  public void bloat(String document) {
    write(document, "x".repeat(LIMIT));
  }

  @Override
  public boolean label(String document, String label) {
    stub.label(id(document), label);
    return true;
  }

  @Override
  public boolean restrict(String document) {
    stub.restrict(id(document), "Carol Diaz");
    return true;
  }

  @Override
  public boolean publish() {
    stub.change(w -> w.open = true);
    return true;
  }

  @Override
  public Set<Fault> faults() {
    return Set.of(Fault.values());
  }

  @Override
  public void strike(Fault fault) {
    switch (fault) {
      case UNREACHABLE -> stub.strike(Optional.of(StubFault.LOSE_REQUEST));
      case UNWELL -> stub.strike(Optional.of(StubFault.BAD_GATEWAY));
      case DENIED -> stub.change(w -> w.token = "another");
      case FORBIDDEN -> stub.strike(Optional.of(StubFault.FORBIDDEN));
      case ANONYMOUS -> stub.change(w -> w.deaf = true);
      case LOGIN_PAGE -> stub.strike(Optional.of(StubFault.LOGIN_PAGE));
      case THROTTLED -> stub.strike(Optional.of(StubFault.BURST_LIMIT));
      case MISSING -> stub.change(w -> w.spaces.clear());
      case TRUNCATED -> stub.strike(Optional.of(StubFault.CUT_REPLY));
      case OUTSIZED -> stub.change(w -> w.padding = LIMIT);
    }
  }

  @Override
  public void relent() {
    stub.strike(Optional.empty());
    stub.change(
        w -> {
          w.token = ConfluenceStub.TOKEN;
          w.deaf = false;
          w.spaces.add(SPACE);
          w.padding = 0;
        });
    clock.advance(Duration.ofMinutes(1));
  }

  @Override
  public int reads() {
    return stub.reads();
  }

  @Override
  public Optional<String> secret() {
    return Optional.of(ConfluenceStub.TOKEN);
  }

  @Override
  public void close() {
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
