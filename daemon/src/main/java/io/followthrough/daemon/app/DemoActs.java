package io.followthrough.daemon.app;

import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.MemoryPerson;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the people of the demo do on its tracker, as {@code demo/acts.yaml} tells. */
final class DemoActs {
  private final String installation;
  private final MemoryTracker tracker;
  private final Instant start;
  private final Consumer<String> publish;
  private final List<Act> waiting;

  /**
   * The acts, none done yet.
   *
   * @param start midnight of the first day
   * @param publish writes a postmortem of the demo, by the name of its file
   */
  DemoActs(String installation, MemoryTracker tracker, Instant start, Consumer<String> publish) {
    this.installation = installation;
    this.tracker = tracker;
    this.start = start;
    this.publish = publish;
    this.waiting = new ArrayList<>(read());
  }

  private record Act(int day, String kind, String by, Map<?, ?> facts) {
    String text(String key) {
      Object value = facts.get(key);
      return value == null ? "" : value.toString();
    }
  }

  private static List<Act> read() {
    try (InputStream in = DemoActs.class.getResourceAsStream("/demo/acts.yaml")) {
      List<Act> acts = new ArrayList<>();
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      for (Object entry : yaml.<List<?>>load(in)) {
        if (entry instanceof Map<?, ?> facts) {
          int day = Integer.parseInt(String.valueOf(facts.get("day")));
          acts.add(
              new Act(
                  day, String.valueOf(facts.get("act")), String.valueOf(facts.get("by")), facts));
        }
      }
      acts.sort(Comparator.comparingInt(Act::day));
      return acts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files that are written later than the first day. */
  static Set<String> publishedLater() {
    Set<String> files = new TreeSet<>();
    read().stream()
        .filter(act -> act.kind().equals("publish"))
        .forEach(act -> files.add(act.text("document")));
    return files;
  }

  /** Does what is due, at ten in the morning of its day. */
  void act(Instant now) {
    waiting.removeIf(act -> !now.isBefore(dueAt(act)) && done(act));
  }

  private Instant dueAt(Act act) {
    return start.plus(Duration.ofDays(act.day())).plus(Duration.ofHours(10));
  }

  /** An act on a ticket that is not there yet waits for it. */
  private boolean done(Act act) {
    if (act.kind().equals("publish")) {
      publish.accept(act.text("document"));
      return true;
    }
    Optional<String> ticket = ticketOf(act.text("item"));
    ticket.ifPresent(key -> act(act, key));
    return ticket.isPresent();
  }

  private Optional<String> ticketOf(String words) {
    return tracker.find(new MarkQuery(installation, Set.of(), Instant.EPOCH)).stream()
        .filter(ticket -> ticket.title().contains(words))
        .min(Comparator.comparing(Ticket::createdAt))
        .map(ticket -> ticket.ref().key());
  }

  private void act(Act act, String ticket) {
    MemoryPerson person = tracker.person(act.by());
    if (!act.text("words").isEmpty()) {
      person.comment(ticket, act.text("words"));
    }
    switch (act.kind()) {
      case "start" -> person.start(ticket);
      case "close" -> {
        String link = act.text("link");
        person.close(ticket, link.isEmpty() ? new String[0] : new String[] {link});
      }
      case "assign" -> person.assign(ticket, act.text("to"));
      case "due" -> person.setDue(ticket, day(Integer.parseInt(act.text("date"))));
      case "comment" -> {}
      default -> throw new IllegalStateException("nobody can " + act.kind());
    }
  }

  private LocalDate day(int days) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(days);
  }
}
