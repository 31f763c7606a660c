package io.followthrough.connector.github;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Issues with a label of a repository. */
final class IssuesPlace extends SourcePlace {
  private static final String LABEL = "postmortem";

  private final Map<String, Integer> numbers = new HashMap<>();

  IssuesPlace() {
    this(StubEdition.CLOUD);
  }

  IssuesPlace(StubEdition edition) {
    super(edition, "github-issues", Map.of("labels", LABEL));
    stub.open(SLUG, "alice-m", "No document", "It has no label.");
    stub.openPullRequest(SLUG, "alice-m", "No document either");
  }

  @Override
  public void write(String document, String words) {
    clock.advance(Duration.ofMinutes(1));
    Optional<Integer> known = Optional.ofNullable(numbers.get(document));
    if (known.isPresent()) {
      stub.rewrite(SLUG, known.get(), words);
      return;
    }
    int number = stub.open(SLUG, "alice-m", document, words);
    stub.label(SLUG, number, LABEL);
    numbers.put(document, number);
  }

  @Override
  public void delete(String document) {
    stub.delete(SLUG, number(document));
  }

  @Override
  public String path(String document) {
    return "issues/" + number(document);
  }

  private int number(String document) {
    return Optional.ofNullable(numbers.get(document)).orElseThrow();
  }

  @Override
  public boolean spoil(String document) {
    return false;
  }

  @Override
  public void mend(String document) {
    throw new IllegalStateException("an issue can always be read");
  }

  @Override
  public void bloat(String document) {
    stub.rewrite(SLUG, number(document), "x".repeat(2_100_000));
  }

  @Override
  public boolean label(String document, String label) {
    stub.label(SLUG, number(document), LABEL, label);
    return true;
  }

  @Override
  public int reads() {
    return (int) stub.journal().stream().filter(e -> e.path().matches(".*/issues/\\d+")).count();
  }
}
