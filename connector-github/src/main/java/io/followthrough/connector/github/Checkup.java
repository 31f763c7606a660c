package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether this repository can be worked with, one line a finding, each with its mend. */
final class Checkup {
  private static final Duration SOON = Duration.ofDays(14);
  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

  private final GitHubApi api;

  Checkup(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  List<CheckFinding> findings() {
    List<CheckFinding> findings = new ArrayList<>();
    try {
      Reply repository = api.get("check repository", api.home().path());
      owner(findings);
      expiry(repository, findings);
      version(repository, findings);
      repository(GitHubApi.object(repository), findings);
    } catch (TrackerException e) {
      findings.add(problem(api.home().slug(), String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private void owner(List<CheckFinding> findings) {
    Reply reply = api.exchange(HttpCall.get("check token", "/user"));
    findings.add(
        reply.isSuccess()
            ? ok("token", "belongs to " + Fields.text(GitHubApi.object(reply), "login"))
            : ok("token", "is accepted; it belongs to an application"));
  }

  private void expiry(Reply reply, List<CheckFinding> findings) {
    Optional<Instant> end =
        reply.header("github-authentication-token-expiration").flatMap(Checkup::instant);
    end.ifPresent(
        at ->
            findings.add(
                new CheckFinding(
                    at.isBefore(api.now().plus(SOON)) ? Level.WARNING : Level.OK,
                    "token",
                    "expires at " + at + ": replace it before")));
  }

  private static void version(Reply reply, List<CheckFinding> findings) {
    reply
        .header("Sunset")
        .ifPresent(
            date ->
                findings.add(
                    new CheckFinding(
                        Level.WARNING,
                        "API version",
                        GitHubApi.VERSION + " ends on " + date + ": update this program before")));
  }

  private void repository(JsonNode repository, List<CheckFinding> findings) {
    String slug = api.home().slug();
    String present = Fields.optionalText(repository, "full_name").orElse(slug);
    if (!present.equalsIgnoreCase(slug)) {
      findings.add(problem(slug, "has moved: set `repository: " + present + "`"));
    }
    if (repository.path("archived").asBoolean(false)) {
      findings.add(problem(slug, "is archived and takes no ticket: unarchive it or name another"));
    }
    if (!repository.path("has_issues").asBoolean(true)) {
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
  }

  private static Optional<Instant> instant(String words) {
    try {
      return Optional.of(ZonedDateTime.parse(words, EXPIRY).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static CheckFinding ok(String subject, String message) {
    return new CheckFinding(Level.OK, subject, message);
  }

  private static CheckFinding problem(String subject, String message) {
    return new CheckFinding(Level.PROBLEM, subject, message);
  }
}
