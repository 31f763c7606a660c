package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Span.Dress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Who can be assigned in a project, by account id or user name, e-mail address or full name; each
 * is asked for once an hour. Jira hides most e-mail addresses, so that the only one whom a search
 * for an address finds is taken for its owner; of several, nobody is.
 */
final class People {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST = 50;

  /** Long, with a digit, and none of what names and addresses have. */
  private static final Pattern ACCOUNT_ID = Pattern.compile("(?=.*\\d)[0-9A-Za-z:_-]{16,128}");

  private final JiraApi api;
  private final Accounts accounts;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Optional<Account> account, Instant at) {}

  People(JiraApi api, Accounts accounts) {
    this.api = requireNonNull(api, "api is null");
    this.accounts = requireNonNull(accounts, "accounts is null");
  }

  /** The account of a handle that can be assigned in a project. */
  Optional<Account> assignable(String handle, String project) {
    String key = project + " " + handle.toLowerCase(Locale.ROOT);
    Answer known = answers.get(key);
    if (known == null || api.now().isAfter(known.at().plus(REMEMBERED))) {
      known = new Answer(handle.isBlank() ? Optional.empty() : ask(handle, project), api.now());
      answers.put(key, known);
    }
    return known.account();
  }

  /** Jira refused a handle after all. */
  void refused(String handle, String project) {
    answers.put(
        project + " " + handle.toLowerCase(Locale.ROOT), new Answer(Optional.empty(), api.now()));
  }

  /** The prose with mentions of what Jira notifies; who is not found there stays a name. */
  Prose mentioned(Prose prose, String project) {
    List<Line> lines = new ArrayList<>();
    for (Line line : prose.lines()) {
      lines.add(
          new Line(
              line.shape(), line.spans().stream().map(span -> mentioned(span, project)).toList()));
    }
    return new Prose(lines);
  }

  private Span mentioned(Span span, String project) {
    if (span.dress() != Dress.MENTION || isFinal(span.target())) {
      return span;
    }
    return assignable(span.target(), project)
        .map(account -> Span.mention(span.text(), account.handle()))
        .orElseGet(() -> Span.plain(span.text()));
  }

  /** True for what is written in a mention as it is. */
  private boolean isFinal(String handle) {
    return api.isCloud()
        ? ACCOUNT_ID.matcher(handle).matches()
        : handle.indexOf('@') < 0 && WikiMarkup.USER_NAME.matcher(handle).matches();
  }

  private Optional<Account> ask(String handle, String project) {
    String parameter =
        api.isCloud() ? (ACCOUNT_ID.matcher(handle).matches() ? "accountId" : "query") : "username";
    String path =
        "/user/assignable/search?project="
            + HttpCall.encode(project)
            + ("&" + parameter + "=" + HttpCall.encode(handle))
            + ("&maxResults=" + MOST);
    List<JsonNode> found = JiraFields.list(api.get("look up " + handle, path).json());
    return by(found, user -> accounts.of(user).handle().equals(handle))
        .or(() -> by(found, user -> is(user, "name", handle) && !api.isCloud()))
        .or(() -> by(found, user -> is(user, "emailAddress", handle)))
        .or(() -> by(found, user -> is(user, "displayName", handle)))
        .or(() -> by(found, user -> api.isCloud() && handle.contains("@")))
        .map(accounts::of)
        .filter(Account::active);
  }

  /** The one user who satisfies a condition; empty for none and for several. */
  private static Optional<JsonNode> by(List<JsonNode> users, Predicate<JsonNode> condition) {
    List<JsonNode> matching = users.stream().filter(condition).toList();
    return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
  }

  private static boolean is(JsonNode user, String field, String words) {
    return Fields.text(user, field).equalsIgnoreCase(words);
  }
}
