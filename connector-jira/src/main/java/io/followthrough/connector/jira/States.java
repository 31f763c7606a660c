package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.TicketState;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Jira's statuses and resolutions mean. The status category decides, since names are the
 * site's own; among the closed ones the resolution, and what the configuration says of names.
 */
final class States {
  /** Resolutions that come with Jira or are usual, in English; others are for `states.declined`. */
  private static final Pattern DECLINED =
      Pattern.compile(
          "(?:won.?t|will not|not) (?:do|fix|be done|planned)|wontfix|wontdo|duplicate"
              + "|cann?ot reproduce|can.?t reproduce|not reproducible|declined?|rejected|invalid"
              + "|not a bug|works as designed|obsolete|abandoned|cancell?ed|withdrawn|incomplete");

  private final JiraConfig config;

  States(JiraConfig config) {
    this.config = requireNonNull(config, "config is null");
  }

  /** True where a name of a status or a resolution says that the work will not be done. */
  boolean isDeclined(String name) {
    String lower = lower(name);
    return !config.states("done").contains(lower)
        && (config.states("declined").contains(lower) || DECLINED.matcher(lower).matches());
  }

  /** True where the configuration says what a status means. */
  boolean isNamed(String status) {
    String lower = lower(status);
    return config.states().values().stream().anyMatch(names -> names.contains(lower));
  }

  TicketState of(JsonNode fields, boolean flagged) {
    JsonNode status = fields.path("status");
    String name = Fields.text(status, "name");
    Optional<String> resolution = Fields.optionalText(fields.path("resolution"), "name");
    TicketState state = of(category(status), name, resolution);
    boolean blocked = flagged || isNamed("blocked", name) || isBlockedByLink(fields);
    return !state.isClosed() && state != TicketState.UNKNOWN && blocked
        ? TicketState.BLOCKED
        : state;
  }

  /** The state of a status by its category, without what else a ticket tells. */
  TicketState of(String category, String status, Optional<String> resolution) {
    return switch (category) {
      case "done" -> closed(status, resolution);
      case "new", "indeterminate" -> open(category, status);
      default -> TicketState.UNKNOWN;
    };
  }

  static String category(JsonNode status) {
    return Fields.text(status.path("statusCategory"), "key");
  }

  private TicketState closed(String status, Optional<String> resolution) {
    if (isNamed("declined", status)) {
      return TicketState.DECLINED;
    }
    return resolution.filter(this::isDeclined).isPresent()
        ? TicketState.DECLINED
        : TicketState.DONE;
  }

  private TicketState open(String category, String status) {
    if (isNamed("declined", status)) {
      return TicketState.DECLINED;
    }
    if (isNamed("done", status)) {
      return TicketState.DONE;
    }
    if (isNamed("in-progress", status)) {
      return TicketState.IN_PROGRESS;
    }
    return category.equals("new") || isNamed("accepted", status)
        ? TicketState.OPEN
        : TicketState.IN_PROGRESS;
  }

  private boolean isNamed(String state, String status) {
    return config.states(state).contains(lower(status));
  }

  /** True where a ticket that is linked as a blocker is not done. */
  private static boolean isBlockedByLink(JsonNode fields) {
    for (JsonNode link : fields.path("issuelinks")) {
      JsonNode blocker = link.path("inwardIssue");
      boolean blocks =
          Fields.text(link.path("type"), "name").equalsIgnoreCase("Blocks")
              || Set.of("is blocked by", "depends on")
                  .contains(lower(Fields.text(link.path("type"), "inward")));
      String category = category(blocker.path("fields").path("status"));
      if (blocker.isObject() && blocks && !category.equals("done")) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
