package io.followthrough.connector.github;

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

/** A repository of the stub as a source of documents, whatever they are. */
abstract class SourcePlace implements SourceHarness {
  static final String SLUG = "acme/postmortems";

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  final GitHubStub stub;
  private final String type;
  private final Map<String, String> values;
  private int strikes;
  private int present;

  SourcePlace(StubEdition edition, String type, Map<String, String> values) {
    this.stub = GitHubStub.start(clock, edition);
    this.type = type;
    this.values = Map.copyOf(values);
    stub.addRepository(SLUG, "alice-m");
  }

  @Override
  public final DocumentSource open(Optional<Boolean> isPrivate) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("url", stub.url());
    all.putIfAbsent("repository", SLUG);
    Duration brief = Duration.ofSeconds(5);
    return GitHub.open(
        new SourceSettings(
            name(),
            type,
            all,
            Map.of(
                all.containsKey("auth.app-id") ? "auth.private-key" : "auth.token",
                all.containsKey("auth.app-id") ? StubApp::pkcs1 : () -> GitHubStub.TOKEN),
            List.of("**/*.md"),
            isPrivate,
            Map.of(),
            clock),
        HttpSettings.defaults().withTimeouts(brief, brief, brief));
  }

  @Override
  public final String name() {
    return "docs";
  }

  @Override
  public final boolean publish() {
    stub.configure(SLUG, repository -> repository.isPrivate = false);
    return true;
  }

  @Override
  public final boolean restrict(String document) {
    return false;
  }

  @Override
  public final Set<Fault> faults() {
    return Set.of(
        Fault.UNREACHABLE,
        Fault.UNWELL,
        Fault.DENIED,
        Fault.FORBIDDEN,
        Fault.ANONYMOUS,
        Fault.LOGIN_PAGE,
        Fault.THROTTLED,
        Fault.MISSING,
        Fault.TRUNCATED);
  }

  @Override
  public final void strike(Fault fault) {
    present = ++strikes;
    // A 304 has no body that could break off.
    stub.world(world -> world.knowsEtags = fault != Fault.TRUNCATED);
    switch (fault) {
      case UNREACHABLE -> always(StubFault.LOSE_REQUEST);
      case UNWELL -> always(StubFault.BAD_GATEWAY);
      case DENIED -> stub.revokeToken();
      case FORBIDDEN -> always(StubFault.FORBIDDEN);
      case ANONYMOUS, MISSING -> stub.hideRepository(SLUG);
      case LOGIN_PAGE -> always(StubFault.LOGIN_PAGE);
      case THROTTLED -> always(StubFault.TOO_MANY_REQUESTS);
      case TRUNCATED -> always(StubFault.CUT_REPLY);
      case OUTSIZED -> throw new IllegalArgumentException("not among the faults");
    }
  }

  private void always(StubFault fault) {
    int strike = strikes;
    stub.inject(fault, exchange -> present == strike, Integer.MAX_VALUE);
  }

  @Override
  public final void relent() {
    present = 0;
    stub.world(world -> world.knowsEtags = true);
    stub.restoreToken();
    stub.showRepository(SLUG);
    clock.advance(Duration.ofMinutes(1));
  }

  @Override
  public final Optional<String> secret() {
    return Optional.of(GitHubStub.TOKEN);
  }

  @Override
  public final void close() {
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
