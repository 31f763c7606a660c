package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The repository's labels: read once, made when missing, never a reason to lose a ticket. */
final class Labels {
  private static final int LONGEST = 50;

  private final GitHubApi api;
  private final Set<String> there = new HashSet<>();
  private boolean read;

  Labels(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * Makes sure that labels are there.
   *
   * @param remarks takes a sentence for each that cannot be
   * @return those that are there
   */
  synchronized List<String> ensured(List<String> wanted, List<String> remarks) {
    List<String> usable = new ArrayList<>();
    for (String label : wanted) {
      if (isThere(label) || made(label, remarks)) {
        usable.add(label);
      }
    }
    return usable;
  }

  private boolean isThere(String label) {
    if (!read) {
      String path = api.home().path() + "/labels?per_page=" + GitHubApi.PAGE;
      for (JsonNode row : api.rows("read labels", path)) {
        there.add(key(Fields.text(row, "name")));
      }
      read = true;
    }
    return there.contains(key(label));
  }

  private boolean made(String label, List<String> remarks) {
    if (label.length() > LONGEST) {
      remarks.add("The label " + label + " was left out: GitHub takes " + LONGEST + " characters.");
      return false;
    }
    JsonNode body =
        Json.object()
            .put("name", label)
            .put("color", "c5def5")
            .put("description", "Promised in a postmortem");
    Reply reply = post(HttpCall.write("make label", "POST", api.home().path() + "/labels", body));
    if (reply.isSuccess() || GitHubFailure.words(reply).contains("already_exists")) {
      there.add(key(label));
      return true;
    }
    TrackerException failure = api.repositoryFailure(reply);
    if (reply.status() == 422 && failure.kind() == FailureKind.REJECTED) {
      remarks.add("The label " + label + " was left out: " + GitHubFailure.words(reply) + ".");
      return false;
    }
    if (reply.status() != 401 && failure.kind() == FailureKind.DENIED && !reply.isRedirect()) {
      remarks.add("The label " + label + " is missing and the token may not make it.");
      return false;
    }
    throw failure.kind() == FailureKind.UNKNOWN_OUTCOME ? notYet(failure) : failure;
  }

  /** A label of unknown outcome is looked for again before the next ticket: nothing is lost. */
  private Reply post(HttpCall call) {
    try {
      return api.exchange(call);
    } catch (TrackerException e) {
      throw e.kind() == FailureKind.UNKNOWN_OUTCOME ? notYet(e) : e;
    }
  }

  private TrackerException notYet(TrackerException failure) {
    read = false;
    return new TrackerException(
        FailureKind.UNAVAILABLE,
        "create ticket",
        "not tried, since its label could not be made (" + failure.getMessage() + ")",
        failure);
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
