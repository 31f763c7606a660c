package io.followthrough.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class IdentityTest {
  private static final List<String> TITLES =
      List.of(
          "Add an alert for replication lag above 30 s",
          "Write the runbook for a failover of the primary",
          "Drill the restore of the orders database",
          "Put a circuit breaker before the tax service",
          "Delete the unused feature flag for express checkout",
          "Raise the connection pool of the billing worker to 40",
          "Teach the deploy job to stop at the first failed canary");

  @Test
  void equalWordsAreTheSameItemWhateverTheirOrder() {
    List<ActionItem> known = TITLES.stream().map(Samples::item).toList();
    List<String> shuffled = new ArrayList<>(TITLES);
    Collections.reverse(shuffled);

    Identity.Match match = match(shuffled, known);

    assertEquals(shuffled, titles(match));
    assertEquals(List.of(), match.missing());
  }

  @Test
  void aRewordedItemIsTheSameItem() {
    List<ActionItem> known = TITLES.stream().map(Samples::item).toList();

    Identity.Match match = match(List.of("Add an alert for a replication lag of over 60 s"), known);

    assertEquals(List.of(TITLES.get(0)), titles(match));
    assertEquals(TITLES.size() - 1, match.missing().size());
  }

  @Test
  void anotherPromiseIsANewItem() {
    Identity.Match match =
        match(
            List.of("Rotate the signing keys of the gateway"),
            List.of(Samples.item(TITLES.get(0))));

    assertEquals(List.of(Optional.empty()), match.items());
  }

  @Test
  void twoEqualPromisesAreTwoItems() {
    List<ActionItem> known = List.of(Samples.item(TITLES.get(0)));

    Identity.Match match = match(List.of(TITLES.get(0), TITLES.get(0)), known);

    assertEquals(List.of(true, false), match.items().stream().map(Optional::isPresent).toList());
  }

  @Test
  void anExplicitTicketLinkComesBeforeTheWords() {
    ActionItem linked = Samples.item(TITLES.get(1));
    Promise promise = Samples.promise(TITLES.get(0), "PAY-17");

    Identity.Match match =
        Identity.match(
            List.of(promise),
            List.of(Samples.item(TITLES.get(0)), linked),
            (ticket, item) -> ticket.equals("PAY-17") && item.equals(linked));

    assertEquals(List.of(Optional.of(linked)), match.items());
  }

  @Test
  void aRemovedItemThatComesBackIsTheSameItem() {
    ActionItem removed = Samples.item(TITLES.get(0)).removed(Samples.NOW);

    assertEquals(
        List.of(Optional.of(removed)), match(List.of(TITLES.get(0)), List.of(removed)).items());
  }

  @Property
  void aPermutationWithSmallEditsNeverMakesANewItem(@ForAll long seed) {
    Random random = new Random(seed);
    List<ActionItem> known = TITLES.stream().map(Samples::item).toList();
    List<String> edited = new ArrayList<>(TITLES);
    Collections.shuffle(edited, random);
    edited.replaceAll(title -> edit(title, random));

    Identity.Match match = match(edited, known);

    Set<ItemId> found = new HashSet<>();
    match.items().forEach(item -> found.add(item.orElseThrow().id()));
    assertEquals(known.size(), found.size());
    assertEquals(List.of(), match.missing());
  }

  private static String edit(String title, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> title.toUpperCase(Locale.ROOT);
      case 1 -> title + ".";
      case 2 -> title + " in production";
      default -> title;
    };
  }

  private static Identity.Match match(List<String> titles, List<ActionItem> known) {
    return Identity.match(
        titles.stream().map(Samples::promise).toList(), known, (ticket, item) -> false);
  }

  private static List<String> titles(Identity.Match match) {
    return match.items().stream().map(item -> item.orElseThrow().promise().title()).toList();
  }
}
