package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether this repository can be worked with, one line a finding, each with its mend. */
final class Checkup {
  /** What is done with each permission that is needed. */
  private static final Map<String, String> NEEDED = Map.of("issues", "write", "metadata", "read");

  private final GitHubApi api;
  private final NewIssueSettings fresh;
  private final Catalogue catalogue;

  Checkup(GitHubApi api, NewIssueSettings fresh, Catalogue catalogue) {
    this.api = requireNonNull(api, "api is null");
    this.fresh = requireNonNull(fresh, "fresh is null");
    this.catalogue = requireNonNull(catalogue, "catalogue is null");
  }

  List<CheckFinding> findings() {
    List<CheckFinding> findings = new ArrayList<>();
    try {
      Reply repository = api.get("check repository", api.home().path());
      owner(findings);
      findings.addAll(api.foresight().findings(api.now()));
      if (repository(GitHubApi.object(repository), findings)) {
        permissions(findings);
        offers(findings);
      }
    } catch (TrackerException e) {
      findings.add(problem(api.home().slug(), String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private void owner(List<CheckFinding> findings) {
    Optional<String> known = api.credential().owner();
    if (known.isPresent()) {
      findings.add(ok("token", "belongs to " + known.get()));
      return;
    }
    Reply reply = api.exchange(HttpCall.get("check token", "/user"));
    findings.add(
        reply.isSuccess()
            ? ok("token", "belongs to " + Fields.text(GitHubApi.object(reply), "login"))
            : ok("token", "is accepted; it belongs to an application"));
  }

  /** What an App may is known; what a token may shows only in trying, as far as reading goes. */
  private void permissions(List<CheckFinding> findings) {
    if (api.credential().permissions().isPresent()) {
      findings.addAll(Permissions.missing(api.credential(), NEEDED));
      return;
    }
    api.get("read issues", api.home().path() + "/issues?state=all&per_page=1");
  }

  /** Whether what new issues are to have is there; without it they are opened all the same. */
  private void offers(List<CheckFinding> findings) {
    fresh
        .milestone()
        .filter(name -> catalogue.milestone(name).isEmpty())
        .ifPresent(
            name ->
                findings.add(
                    absent("milestone", "open milestone", name, catalogue.milestoneTitles())));
    Set<String> types = new TreeSet<>(fresh.types().values());
    fresh.type().ifPresent(types::add);
    for (String type : types) {
      List<String> there = catalogue.types();
      if (there.stream().noneMatch(type::equalsIgnoreCase)) {
        findings.add(absent("issue type", "issue type", type, there));
      }
    }
    fresh
        .dueField()
        .filter(name -> catalogue.dateField(name).isEmpty())
        .ifPresent(
            name ->
                findings.add(
                    absent(
                        "due-field",
                        "date field of the organisation",
                        name,
                        catalogue.dateFieldNames())));
  }

  private static CheckFinding absent(String subject, String what, String name, List<String> there) {
    return problem(
        subject,
        "there is no "
            + what
            + " "
            + name
            + " that the token may see"
            + (there.isEmpty()
                ? "; there is none at all"
                : "; there are " + String.join(", ", there)));
  }

  /** Whether issues can be asked for at all. */
  private boolean repository(JsonNode repository, List<CheckFinding> findings) {
    String slug = api.home().slug();
    String present = Fields.optionalText(repository, "full_name").orElse(slug);
    if (!present.equalsIgnoreCase(slug)) {
      findings.add(problem(slug, "has moved: set `repository: " + present + "`"));
    }
    if (repository.path("archived").asBoolean(false)) {
      findings.add(problem(slug, "is archived and takes no ticket: unarchive it or name another"));
    }
    boolean hasIssues = repository.path("has_issues").asBoolean(true);
    if (!hasIssues) {
      findings.add(problem(slug, "has its issues switched off: switch them on in its settings"));
    }
    JsonNode permissions = repository.path("permissions");
    boolean labels = permissions.path("push").asBoolean(false);
    boolean triage = labels || permissions.path("triage").asBoolean(false);
    if (permissions.isObject() && !triage) {
      findings.add(
          problem(
              slug,
              "the token can read, but GitHub drops labels and assignees that it sets: give it the"
                  + " triage or write role"));
    } else if (permissions.isObject() && !labels) {
      findings.add(
          new CheckFinding(
              Level.WARNING, slug, "the token cannot make labels: make the missing ones by hand"));
    }
    String visibility =
        Fields.optionalText(repository, "visibility")
            .orElse(repository.path("private").asBoolean(true) ? "private" : "public");
    findings.add(ok(slug, "is reachable, " + visibility));
    return hasIssues;
  }

  private static CheckFinding ok(String subject, String message) {
    return new CheckFinding(Level.OK, subject, message);
  }

  private static CheckFinding problem(String subject, String message) {
    return new CheckFinding(Level.PROBLEM, subject, message);
  }
}
