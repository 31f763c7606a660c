package io.followthrough.gate;

import io.followthrough.item.Owner;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import io.followthrough.item.Team;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Promises to judge: one that no rule has a word against, and what differs from it. */
final class Promises {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final String GOOD_TITLE = "Add an alert for replication lag above 30 s on orders-db";

  static final People PEOPLE =
      new People(
          List.of(person("Alice Martin", "engineer"), person("Dora Head", "Head of Engineering")),
          List.of(new Team("Payments", Optional.empty(), List.of(), List.of())),
          List.of(),
          List.of());

  private Promises() {}

  private static Person person(String name, String level) {
    return new Person(
        name,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(level));
  }

  /** A promise with nothing but its words. */
  static Promise bare(String title) {
    return new Draft().title(title).criterion(null).promise();
  }

  static GateCase.Item item(Promise promise) {
    return new GateCase.Item(
        promise, promise.owner().map(PEOPLE::find), false, Optional.of("backend"), false, TODAY);
  }

  static GateCase.Item ticketed(Promise promise, LocalDate since) {
    Optional<Owner> owner = promise.owner().map(PEOPLE::find);
    return new GateCase.Item(promise, owner, false, Optional.of("backend"), true, since);
  }

  static GateCase of(GateCase.Item... items) {
    return new GateCase(Arrays.asList(items), List.of(), TODAY);
  }

  /** As many good items of different words, one below the other. */
  static List<Promise> good(int count) {
    List<String> objects =
        List.of(
            "replication lag",
            "disk space",
            "queue depth",
            "certificate expiry",
            "failed logins",
            "cache misses",
            "dropped webhooks",
            "open files");
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Draft()
                    .title("Add an alert for " + objects.get(i % objects.size()) + " on host " + i)
                    .line(10 + i)
                    .promise())
        .toList();
  }

  /** A good promise, to be spoilt in one place. */
  static final class Draft {
    private String title = GOOD_TITLE;
    private String text = "";
    private int line = 57;
    private Optional<String> owner = Optional.of("Alice Martin");
    private Optional<LocalDate> due = Optional.of(TODAY.plusDays(30));
    private Optional<String> dueText = Optional.empty();
    private Optional<Priority> priority = Optional.empty();
    private Optional<String> criterion = Optional.of("the alert fires in the staging drill");
    private List<String> services = List.of();
    private boolean done;

    Draft title(String words) {
      title = words;
      return this;
    }

    Draft text(String words) {
      text = words;
      return this;
    }

    Draft line(int number) {
      line = number;
      return this;
    }

    Draft owner(@Nullable String written) {
      owner = Optional.ofNullable(written);
      return this;
    }

    Draft due(@Nullable LocalDate day) {
      due = Optional.ofNullable(day);
      return this;
    }

    Draft dueText(String words) {
      due = Optional.empty();
      dueText = Optional.of(words);
      return this;
    }

    Draft priority(Priority urgency) {
      priority = Optional.of(urgency);
      return this;
    }

    Draft criterion(@Nullable String words) {
      criterion = Optional.ofNullable(words);
      return this;
    }

    Draft services(String... names) {
      services = Arrays.asList(names);
      return this;
    }

    Draft done() {
      done = true;
      return this;
    }

    Promise promise() {
      return new Promise(
          title,
          text.isEmpty() ? title : text,
          line,
          "list",
          owner,
          due,
          dueText,
          done,
          List.of(),
          priority,
          Optional.empty(),
          criterion,
          services);
    }
  }
}
