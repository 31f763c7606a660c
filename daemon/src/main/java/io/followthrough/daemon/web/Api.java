package io.followthrough.daemon.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What other programs read. */
final class Api {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
  private static final int MOST = 1_000;

  private final Ledger ledger;
  private final WebFacts facts;
  private final Overviews overviews;

  Api(Ledger ledger, WebFacts facts, Overviews overviews) {
    this.ledger = ledger;
    this.facts = facts;
    this.overviews = overviews;
  }

  /**
   * Items by id, as {@code status --format json} has them.
   *
   * @param query {@code limit}, up to 1,000; {@code after}, the {@code next} of the page before
   */
  Answer items(Query query) {
    int limit =
        query
            .get("limit")
            .filter(NUMBER.asMatchPredicate())
            .map(Integer::parseInt)
            .filter(number -> number < MOST)
            .orElse(MOST);
    Optional<ItemId> after = query.get("after").map(ItemId::new);
    List<StatusItem> page =
        ledger.read(
            books -> {
              List<ActionItem> items = books.items().after(after, limit + 1);
              return items.stream().map(item -> StatusItem.of(books, item)).toList();
            });
    ObjectNode root = JSON.objectNode();
    ArrayNode items = root.putArray("items");
    page.stream().limit(limit).map(StatusJson::of).forEach(items::add);
    if (page.size() > limit) {
      root.put("next", page.get(limit - 1).item().id().value());
    } else {
      root.putNull("next");
    }
    return Answer.json(200, root);
  }

  /** The counts that the dashboard shows. */
  Answer summary() {
    Overview overview = overviews.current();
    ObjectNode root = JSON.objectNode();
    root.put("installation", facts.installation());
    root.put("asOf", overview.takenAt().toString());
    ObjectNode items = root.putObject("items");
    items.put("total", overview.tally().items());
    for (Facet facet : Facet.values()) {
      items.put(facet.word(), overview.tally().of(facet));
    }
    ObjectNode states = items.putObject("byState");
    for (ItemState state : ItemState.values()) {
      states.put(state.word(), overview.tally().of(state));
    }
    root.putObject("postmortems")
        .put("total", overview.postmortems().size())
        .put("unreadable", overview.unreadable().size());
    ObjectNode outbox = root.putObject("outbox");
    for (OutboxState state : OutboxState.values()) {
      String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
      outbox.put(word, overview.outbox().getOrDefault(state, 0L));
    }
    root.put("unconfirmed", overview.unconfirmed());
    return Answer.json(200, root);
  }
}
