package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people of the workspace, by e-mail, display name or id; several are asked for in one call and
 * remembered for an hour.
 */
final class Members {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int AT_ONCE = 30;

  private final LinearApi api;
  private final String team;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Optional<Member> member, Instant at) {}

  Members(LinearApi api, String team) {
    this.api = requireNonNull(api, "api is null");
    this.team = requireNonNull(team, "team is null");
  }

  /**
   * A user of the workspace.
   *
   * @param url the profile, which mentions whoever it is of
   * @param inTeam true where a guest may see the tracker's team
   */
  record Member(
      Account account,
      String displayName,
      String url,
      boolean guest,
      boolean assignable,
      boolean inTeam) {
    Member {
      requireNonNull(account, "account is null");
      requireNonNull(displayName, "displayName is null");
      requireNonNull(url, "url is null");
    }

    /** Why tickets of the team cannot be given to this user; empty where they can. */
    Optional<String> obstacle() {
      if (!account.active()) {
        return Optional.of("is suspended in Linear");
      }
      if (account.bot()) {
        return Optional.of("is an application: tickets are delegated to it, not assigned");
      }
      if (guest && !inTeam) {
        return Optional.of("is a guest who is not in the team");
      }
      return assignable ? Optional.empty() : Optional.of("cannot be assigned in Linear");
    }
  }

  /** The user of a handle, whatever may be done with them. */
  Optional<Member> find(String handle) {
    learn(List.of(handle));
    return Optional.ofNullable(answers.get(key(handle))).flatMap(Answer::member);
  }

  /** The user of a handle, where tickets of the team can be theirs. */
  Optional<Member> assignable(String handle) {
    return find(handle).filter(member -> member.obstacle().isEmpty());
  }

  /** Why a handle gets nothing, for a person to read. */
  String obstacle(String handle) {
    return handle
        + " "
        + find(handle).flatMap(Member::obstacle).orElse("is nobody in this workspace");
  }

  /** Asks for all of these that are not known, in one call where they are few. */
  void learn(Collection<String> handles) {
    Instant now = api.now();
    Set<String> unknown = new LinkedHashSet<>();
    for (String handle : handles) {
      Answer answer = answers.get(key(handle));
      if (answer == null || now.isAfter(answer.at().plus(REMEMBERED))) {
        unknown.add(handle);
      }
    }
    List<String> rest = List.copyOf(unknown);
    for (int from = 0; from < rest.size(); from += AT_ONCE) {
      ask(rest.subList(from, Math.min(from + AT_ONCE, rest.size())), now);
    }
  }

  private void ask(List<String> handles, Instant now) {
    ObjectNode variables = Json.object().put("team", team);
    ArrayNode any = variables.putObject("filter").putArray("or");
    for (String handle : handles) {
      String words = handle.strip();
      if (ClientId.isUuid(words)) {
        any.addObject().putObject("id").put("eq", words);
      } else if (words.indexOf('@') > 0) {
        any.addObject().putObject("email").put("eqIgnoreCase", words);
      } else if (!words.isEmpty()) {
        any.addObject().putObject("displayName").put("eqIgnoreCase", words);
      }
    }
    List<JsonNode> users =
        any.isEmpty() ? List.of() : LinearApi.nodes(api.get(Operation.FIND_USERS, variables));
    for (String handle : handles) {
      Optional<Member> member =
          users.stream()
              .filter(user -> isOf(user, handle.strip()))
              .findFirst()
              .map(Members::member);
      answers.put(key(handle), new Answer(member, now));
    }
  }

  private static boolean isOf(JsonNode user, String handle) {
    return handle.equalsIgnoreCase(Fields.text(user, "id"))
        || handle.equalsIgnoreCase(Fields.text(user, "email"))
        || handle.equalsIgnoreCase(Fields.text(user, "displayName"));
  }

  private static Member member(JsonNode user) {
    return new Member(
        IssueReader.account(user),
        Fields.text(user, "displayName"),
        Fields.text(user, "url"),
        user.path("guest").asBoolean(false),
        user.path("isAssignable").asBoolean(true),
        !LinearApi.nodes(user.path("teams")).isEmpty());
  }

  private static String key(String handle) {
    return handle.strip().toLowerCase(Locale.ROOT);
  }
}
