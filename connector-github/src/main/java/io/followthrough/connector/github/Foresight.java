package io.followthrough.connector.github;

import io.followthrough.http.Reply;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the headers of replies tell of ends that are to come: the token's and the API version's. */
final class Foresight {
  private static final Duration SOON = Duration.ofDays(14);
  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

  private volatile Optional<Instant> tokenEnds = Optional.empty();
  private volatile Optional<String> versionEnds = Optional.empty();
  private volatile boolean versionUnknown;

  /**
   * Takes note of a reply.
   *
   * @param versioned whether the server knows our version of the API
   */
  void note(Reply reply, boolean versioned) {
    if (reply.isSuccess()) {
      tokenEnds =
          reply.header("github-authentication-token-expiration").flatMap(Foresight::instant);
      versionEnds = reply.header("Sunset");
    }
    versionUnknown = !versioned;
  }

  /** A token that lasts, as well as what ends soon. */
  List<CheckFinding> findings(Instant now) {
    List<CheckFinding> findings = new ArrayList<>();
    tokenEnds
        .filter(end -> !isSoon(end, now))
        .ifPresent(end -> findings.add(new CheckFinding(Level.OK, "token", "lasts until " + end)));
    findings.addAll(warnings(now));
    return findings;
  }

  /** What will end soon, each with its mend. */
  List<CheckFinding> warnings(Instant now) {
    List<CheckFinding> warnings = new ArrayList<>();
    tokenEnds
        .filter(end -> isSoon(end, now))
        .ifPresent(
            end -> warnings.add(warning("token", "expires at " + end + ": replace it before")));
    versionEnds.ifPresent(
        date ->
            warnings.add(
                warning(
                    "API version",
                    GitHubApi.VERSION + " ends on " + date + ": update this program before")));
    if (versionUnknown) {
      warnings.add(
          warning(
              "API version",
              GitHubApi.VERSION
                  + " is not known to this server, which answers in its own: update the server"));
    }
    return warnings;
  }

  private static boolean isSoon(Instant end, Instant now) {
    return end.isBefore(now.plus(SOON));
  }

  private static CheckFinding warning(String subject, String message) {
    return new CheckFinding(Level.WARNING, subject, message);
  }

  private static Optional<Instant> instant(String words) {
    try {
      return Optional.of(ZonedDateTime.parse(words, EXPIRY).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
