package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import java.util.Optional;

/** Single issues, followed to where they were transferred. */
final class Issues {
  private final GitHubApi api;
  private final IssueReader reader;
  private volatile Optional<Repository> renamed = Optional.empty();

  Issues(GitHubApi api, IssueReader reader) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
  }

  /** An issue where it is now. */
  record Found(IssueAddress address, JsonNode json, Ticket ticket) {}

  /** Reads an issue. */
  Found find(String operation, TicketRef ref) {
    IssueAddress asked = IssueAddress.of(ref, api.home());
    Reply reply = api.exchange(HttpCall.get(operation, asked.path()));
    if (!reply.isSuccess()) {
      throw api.ticketFailure(reply, asked);
    }
    JsonNode issue = GitHubApi.object(reply);
    IssueAddress now = new IssueAddress(place(issue, asked), IssueReader.number(issue));
    return new Found(now, issue, reader.ticket(issue, now.repository()));
  }

  Ticket ticket(JsonNode issue, IssueAddress address) {
    return reader.ticket(issue, address.repository());
  }

  /** Sends a write to a ticket at its own address. */
  JsonNode write(HttpCall call, IssueAddress address) {
    Reply reply = api.exchange(call);
    if (!reply.isSuccess()) {
      throw api.ticketFailure(reply, address);
    }
    return GitHubApi.object(reply);
  }

  /**
   * Sends a write below a ticket, to the place where the ticket is now. A redirect is GitHub's word
   * that nothing was done, so that asking there is no repetition.
   */
  JsonNode writeBelow(String operation, TicketRef ref, String below, JsonNode body) {
    IssueAddress asked = IssueAddress.of(ref, api.home());
    HttpCall call = HttpCall.write(operation, "POST", asked.path() + below, body);
    Reply reply = api.exchange(call);
    if (isMoved(reply)) {
      IssueAddress now = find(operation, ref).address();
      return write(call.at(now.path() + below), now);
    }
    if (!reply.isSuccess()) {
      throw api.ticketFailure(reply, asked);
    }
    return GitHubApi.object(reply);
  }

  private static boolean isMoved(Reply reply) {
    return switch (reply.status()) {
      case 301, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * The repository of an issue that was read. Another than the one asked is either where the issue
   * was transferred, or the same repository under a new name.
   */
  private Repository place(JsonNode issue, IssueAddress asked) {
    Repository there = Repository.of(issue).orElse(asked.repository());
    if (there.isSameAs(asked.repository())) {
      return asked.repository();
    }
    if (asked.repository().isSameAs(api.home()) && there.isSameAs(presentName())) {
      return api.home();
    }
    return there;
  }

  private Repository presentName() {
    if (renamed.isEmpty()) {
      Reply reply = api.get("read repository", api.home().path());
      renamed =
          Fields.optionalText(GitHubApi.object(reply), "full_name")
              .map(Repository::parse)
              .or(() -> Optional.of(api.home()));
    }
    return renamed.orElse(api.home());
  }
}
