package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceHarness;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The team SRE of the stub, and its documents. */
final class LinearSourceHarness implements SourceHarness {
  private static final String TEAM = "SRE";
  private static final int FOR_EVER = 1_000_000;

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  final LinearStub stub = LinearStub.start(() -> now);

  LinearSourceHarness() {
    stub.addTeam(TEAM);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public DocumentSource open(Optional<Boolean> isPrivate) {
    return Linear.open(
        new SourceSettings(
            name(),
            "linear",
            Map.of("url", stub.url(), "team", TEAM),
            Map.of("auth.api-key", () -> LinearStub.API_KEY),
            List.of(),
            isPrivate,
            Map.of(),
            () -> now),
        HttpSettings.defaults());
  }

  @Override
  public String name() {
    return "lin";
  }

  @Override
  public void write(String document, String words) {
    pass(Duration.ofSeconds(1));
    stub.write(TEAM, document, words);
  }

  @Override
  public void delete(String document) {
    pass(Duration.ofSeconds(1));
    stub.deleteDocument(document);
  }

  @Override
  public String path(String document) {
    return stub.documentId(document) + ".md";
  }

  @Override
  public boolean spoil(String document) {
    return false;
  }

  @Override
  public void mend(String document) {}

  @Override
  public void bloat(String document) {
    write(document, "word ".repeat(500_000));
  }

  @Override
  public boolean label(String document, String label) {
    return false;
  }

  /** Who may read is a matter of the team, so of all its documents. */
  @Override
  public boolean restrict(String document) {
    return false;
  }

  @Override
  public boolean publish() {
    return false;
  }

  @Override
  public Set<Fault> faults() {
    return EnumSet.of(
        Fault.UNREACHABLE,
        Fault.UNWELL,
        Fault.DENIED,
        Fault.FORBIDDEN,
        Fault.THROTTLED,
        Fault.MISSING,
        Fault.TRUNCATED);
  }

  @Override
  public void strike(Fault fault) {
    switch (fault) {
      case UNREACHABLE -> inject(StubFault.LOSE_REQUEST);
      case UNWELL -> inject(StubFault.BAD_GATEWAY);
      case DENIED -> stub.accept("another");
      case FORBIDDEN -> inject(StubFault.FORBIDDEN);
      case THROTTLED -> inject(StubFault.RATELIMITED);
      case MISSING -> {
        stub.hideTeams(true);
        inject(StubFault.FORBIDDEN, "Document");
      }
      case TRUNCATED -> inject(StubFault.CUT_REPLY);
      case ANONYMOUS, LOGIN_PAGE, OUTSIZED ->
          throw new IllegalArgumentException(fault + " is no fault of Linear's");
    }
  }

  private void inject(StubFault fault) {
    stub.inject(fault, request -> true, FOR_EVER);
  }

  /** A document of a team that is out of sight is so too. */
  private void inject(StubFault fault, String operation) {
    stub.inject(fault, request -> request.operation().equals(operation), FOR_EVER);
  }

  @Override
  public void relent() {
    stub.relent();
    stub.accept(LinearStub.API_KEY);
    stub.hideTeams(false);
  }

  @Override
  public int reads() {
    return (int) stub.operations().stream().filter("Document"::equals).count();
  }

  @Override
  public Optional<String> secret() {
    return Optional.of(LinearStub.API_KEY);
  }

  @Override
  public void close() {
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
