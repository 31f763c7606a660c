package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.Account;
import java.util.Locale;
import java.util.Set;

/** Users of either edition as accounts, and which of them are machines or we ourselves. */
final class Accounts {
  private final JiraApi api;
  private final Set<String> bots;

  /**
   * The accounts of a site.
   *
   * @param bots user names, in lower case, of machines on a Data Center, which cannot tell them
   */
  Accounts(JiraApi api, Set<String> bots) {
    this.api = requireNonNull(api, "api is null");
    this.bots = Set.copyOf(bots);
  }

  /** A user; one who is deleted has neither id nor name. */
  Account of(JsonNode user) {
    boolean active = user.path("active").asBoolean(true);
    if (api.isCloud()) {
      String id = Fields.optionalText(user, "accountId").orElse("unknown");
      return new Account(id, id, active, Fields.text(user, "accountType").equals("app"));
    }
    String name = Fields.optionalText(user, "name").orElse("unknown");
    return new Account(
        Fields.optionalText(user, "key").orElse(name),
        name,
        active,
        bots.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The account that the token belongs to. */
  Account self() {
    return of(api.site().self());
  }

  /** True for what the token's own account wrote. */
  boolean isSelf(Account account) {
    return self().id().equals(account.id());
  }
}
