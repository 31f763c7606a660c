package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.LinkHeader;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** GitHub's REST API, as far as requests, pages and failures go. */
final class GitHubApi implements AutoCloseable {
  /**
   * Pinned: without it GitHub answers in whatever version is its default. Later versions are read
   * as well, should a server know only those.
   */
  static final String VERSION = "2022-11-28";

  static final int PAGE = 100;

  private final HttpEdge edge;
  private final Credential credential;
  private final Repository home;
  private final InstantSource clock;
  private final Optional<ContentBudget> budget;
  private final GitHubFailure failure;
  private final Foresight foresight;

  /** False once the server said that it does not know our version of the API. */
  private volatile boolean versioned = true;

  /**
   * A way to a repository.
   *
   * @param budget of writes; empty where the server limits none
   */
  GitHubApi(
      HttpEdge edge,
      Credential credential,
      Repository home,
      InstantSource clock,
      Optional<ContentBudget> budget) {
    this.edge = requireNonNull(edge, "edge is null");
    this.credential = requireNonNull(credential, "credential is null");
    this.home = requireNonNull(home, "home is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.budget = requireNonNull(budget, "budget is null");
    this.failure = new GitHubFailure();
    this.foresight = new Foresight();
  }

  private GitHubApi(GitHubApi other, Repository home) {
    this.edge = other.edge;
    this.credential = other.credential;
    this.home = requireNonNull(home, "home is null");
    this.clock = other.clock;
    this.budget = other.budget;
    this.failure = other.failure;
    this.foresight = other.foresight;
    this.versioned = other.versioned;
  }

  /** The same way to another repository; closed with this one. */
  GitHubApi at(Repository other) {
    return new GitHubApi(this, other);
  }

  /** The configured repository. */
  Repository home() {
    return home;
  }

  Instant now() {
    return clock.instant();
  }

  /** Who asks. */
  Credential credential() {
    return credential;
  }

  /** What replies have told of an end that is to come. */
  Foresight foresight() {
    return foresight;
  }

  /**
   * Sends a request and gives back the reply, whatever its status. Two refusals are certain, so
   * that asking once more repeats nothing: a token that has ended, where there is a new one, and a
   * version of the API that an older server does not know.
   */
  Reply exchange(HttpCall call) {
    Reply reply = send(call);
    if (reply.status() == 401 && credential.refused()) {
      reply = send(call);
    }
    if (versioned && GitHubFailure.isVersionUnknown(reply)) {
      versioned = false;
      reply = send(call);
    }
    foresight.note(reply, versioned);
    if (reply.isSuccess() && call.write()) {
      failure.success();
    }
    return reply;
  }

  /**
   * Makes sure that so many writes may be made now, so that none of them is left undone.
   *
   * @throws TrackerException of kind {@link FailureKind#THROTTLED} where GitHub would refuse them
   */
  void needRoom(String operation, int writes) {
    budget
        .flatMap(limits -> limits.waitFor(credential.account(), writes, now()))
        .ifPresent(
            until -> {
              throw TrackerException.throttled(
                  operation,
                  "GitHub lets an account write 80 times a minute and 500 times an hour; the next"
                      + " time is "
                      + until,
                  until);
            });
  }

  private Reply send(HttpCall call) {
    if (call.write()) {
      needRoom(call.operation(), 1);
      budget.ifPresent(limits -> limits.took(credential.account(), now()));
    }
    HttpCall plain = call.with("Accept", "application/vnd.github+json");
    return edge.exchange(versioned ? plain.with("X-GitHub-Api-Version", VERSION) : plain);
  }

  /** The sorted failure of a reply that is no success, whatever it was asked of. */
  TrackerException failure(Reply reply) {
    return failure.of(reply, now());
  }

  /** The failure of a call to the repository as a whole: what it does not show is not "nothing". */
  TrackerException repositoryFailure(Reply reply) {
    if (reply.status() == 404) {
      return new TrackerException(
          FailureKind.DENIED,
          reply.call().operation(),
          "the repository " + home + " does not exist, or the token may not see it");
    }
    if (reply.call().write() && reply.isRedirect()) {
      return new TrackerException(
          FailureKind.DENIED,
          reply.call().operation(),
          "the repository " + home + " has moved: set its present name in `repository`");
    }
    return failure(reply);
  }

  /** The failure of a call to one ticket: a 404 is the ticket's only if the repository is there. */
  TrackerException ticketFailure(Reply reply, IssueAddress address) {
    if (reply.call().write() && reply.isRedirect() && address.repository().isSameAs(home)) {
      return repositoryFailure(reply);
    }
    if (reply.status() != 404) {
      return failure(reply);
    }
    Reply repository =
        exchange(HttpCall.get(reply.call().operation(), address.repository().path()));
    if (repository.isSuccess()) {
      return new TrackerException(
          FailureKind.GONE,
          reply.call().operation(),
          address.repository() + "#" + address.number() + " is deleted or out of sight");
    }
    return repository.status() != 404
        ? failure(repository)
        : new TrackerException(
            address.repository().isSameAs(home) ? FailureKind.DENIED : FailureKind.GONE,
            reply.call().operation(),
            "the repository "
                + address.repository()
                + " does not exist, or the token may not see it");
  }

  /** Reads something of the repository as a whole. */
  Reply get(String operation, String path) {
    Reply reply = exchange(HttpCall.get(operation, path));
    if (!reply.isSuccess()) {
      throw repositoryFailure(reply);
    }
    return reply;
  }

  /** Every row of a list of the repository. */
  List<JsonNode> rows(String operation, String path) {
    List<JsonNode> rows = new ArrayList<>();
    Reply first = get(operation, path);
    pages(
        first,
        page -> {
          rows.addAll(page);
          return true;
        });
    return rows;
  }

  /**
   * Goes through a list page by page, by the addresses that GitHub gives.
   *
   * @param goOn takes the rows of a page and says whether the next is wanted
   */
  void pages(Reply first, Predicate<List<JsonNode>> goOn) {
    Reply page = first;
    while (goOn.test(array(page))) {
      Optional<String> next = LinkHeader.next(page);
      if (next.isEmpty()) {
        return;
      }
      page = get(first.call().operation(), next.get());
    }
  }

  /** An object that a reply must be. */
  static JsonNode object(Reply reply) {
    JsonNode json = reply.json();
    if (!json.isObject()) {
      throw reply.unreadable("a reply that is not an object");
    }
    return json;
  }

  private static List<JsonNode> array(Reply reply) {
    JsonNode json = reply.json();
    if (!json.isArray()) {
      throw reply.unreadable("a reply that is not a list");
    }
    List<JsonNode> rows = new ArrayList<>(json.size());
    json.forEach(rows::add);
    return rows;
  }

  @Override
  public void close() {
    edge.close();
    credential.close();
  }
}
