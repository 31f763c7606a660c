package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes sure that every open ticket is in a tracker of the configuration. */
final class Homes {
  private static final int PAGE = 500;

  private Homes() {}

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException where a tracker with open tickets left the configuration
   */
  static void require(Ledger ledger, Configuration configuration) {
    Map<String, Integer> missing = ledger.read(books -> missing(books, configuration));
    missing.forEach(
        (tracker, count) -> {
          throw new IllegalArgumentException(
              count
                  + (count == 1 ? " open item has its ticket" : " open items have their tickets")
                  + " in the tracker `"
                  + tracker
                  + "`, which is not in the configuration any more. Move them with `followthrough"
                  + " rehome --from "
                  + tracker
                  + " --to TRACKER`, or keep the tracker in the file with `retired: true`");
        });
  }

  private static Map<String, Integer> missing(Books books, Configuration configuration) {
    Map<String, Integer> missing = new TreeMap<>();
    List<ActionItem> page = books.items().after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (ActionItem item : page) {
        item.filing()
            .map(filing -> filing.tracker())
            .filter(name -> configuration.tracker(name).isEmpty())
            .filter(name -> Rehoming.isOpen(books, item))
            .ifPresent(name -> missing.merge(name, 1, Integer::sum));
      }
      ItemId last = page.get(page.size() - 1).id();
      page = books.items().after(Optional.of(last), PAGE);
    }
    return missing;
  }
}
