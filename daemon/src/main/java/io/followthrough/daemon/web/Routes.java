package io.followthrough.daemon.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Ledger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which address shows what. */
final class Routes {
  private static final Pattern ITEM = Pattern.compile("/items/([0-9A-Za-z-]{1,64})");
  private static final Pattern POSTMORTEM = Pattern.compile("/postmortems/([0-9a-f]{1,64})");

  private final WebFacts facts;
  private final Pages pages;
  private final DashboardReader dashboard;
  private final ItemReader items;
  private final PostmortemReader postmortems;
  private final Health health;
  private final Metrics metrics;
  private final Api api;

  Routes(Ledger ledger, WebFacts facts) {
    Overviews overviews = new Overviews(ledger, facts);
    Alerts alerts = new Alerts(facts);
    this.facts = facts;
    this.pages = new Pages(facts);
    this.dashboard = new DashboardReader(ledger, overviews, alerts);
    this.items = new ItemReader(ledger, facts);
    this.postmortems = new PostmortemReader(ledger, overviews);
    this.health = new Health(ledger, facts, alerts);
    this.metrics = new Metrics(ledger, facts, overviews);
    this.api = new Api(ledger, facts, overviews);
  }

  /**
   * What an address shows.
   *
   * @param known whether the reader may see what is not for everybody
   */
  Answer answer(String path, Query query, boolean known) {
    if (path.equals("/health/live")) {
      return health.live();
    }
    if (path.equals("/health/ready")) {
      return health.ready(known);
    }
    if (!known) {
      return Guard.question();
    }
    return switch (path) {
      case "/" -> pages.dashboard(dashboard.read(query, times()), times());
      case "/metrics" -> metrics.scrape();
      case "/api/v1/items" -> api.items(query);
      case "/api/v1/summary" -> api.summary();
      default ->
          item(path)
              .or(() -> postmortem(path, query))
              .or(() -> asset(path))
              .orElseGet(
                  () -> problem(404, path, "Not found", "There is nothing at this address."));
    };
  }

  private Optional<Answer> item(String path) {
    Matcher matcher = ITEM.matcher(path);
    return matcher.matches()
        ? items.read(new ItemId(matcher.group(1)), times()).map(view -> pages.item(view, times()))
        : Optional.empty();
  }

  private Optional<Answer> postmortem(String path, Query query) {
    Matcher matcher = POSTMORTEM.matcher(path);
    return matcher.matches()
        ? postmortems
            .read(matcher.group(1), query, times())
            .map(view -> pages.postmortem(view, times()))
        : Optional.empty();
  }

  private Optional<Answer> asset(String path) {
    return pages.assets().stream()
        .filter(asset -> path.equals("/" + asset.name()))
        .map(Asset::answer)
        .findFirst();
  }

  /** Something went wrong, said in the language of whoever reads that address. */
  Answer problem(int status, String path, String title, String words) {
    if (path.startsWith("/api/") || path.startsWith("/health/")) {
      return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", words));
    }
    return path.equals("/metrics")
        ? Answer.text(status, words)
        : pages.problem(status, path, new ProblemView(title, Plain.text(words)), times());
  }

  private Times times() {
    return new Times(facts.zone(), facts.clock().instant());
  }
}
