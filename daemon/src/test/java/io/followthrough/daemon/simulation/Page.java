package io.followthrough.daemon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A postmortem as its authors see it. */
final class Page {
  /** Stands in every postmortem, where no ticket, comment or log line may take it from. */
  static final String CANARY = "PMTOK-canary-document";

  final String incident;
  final LocalDate date;
  final String service;
  final List<Entry> entries = new ArrayList<>();
  final List<Entry> removed = new ArrayList<>();
  boolean there = true;
  boolean halfSaved;

  Page(String incident, LocalDate date, String service) {
    this.incident = incident;
    this.date = date;
    this.service = service;
  }

  /** A promise, which stays the same whatever becomes of its words. */
  static final class Entry {
    final int promise;
    String title;
    String owner;
    LocalDate due;
    boolean done;
    boolean elsewhere;
    Optional<String> ticket = Optional.empty();

    Entry(int promise, String title, String owner, LocalDate due) {
      this.promise = promise;
      this.title = title;
      this.owner = owner;
      this.due = due;
    }

    private String line() {
      return "- ["
          + (done ? "x" : " ")
          + "] "
          + title
          + ticket.map(key -> " (" + key + ")").orElse("")
          + ". Owner: "
          + owner
          + ", due "
          + due
          + "\n";
    }
  }

  String text() {
    if (halfSaved) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append("---\nid: ").append(incident).append("\ndate: ").append(date);
    text.append("\nservices: [").append(service).append("]\nowner: Carol Diaz\n---\n");
    text.append("# The outage of ").append(incident).append("\n\nThe password was ").append(CANARY);
    text.append(".\n\n## Action items\n\n");
    entries.stream().filter(entry -> !entry.elsewhere).forEach(entry -> text.append(entry.line()));
    text.append("\n## Next steps\n\n");
    entries.stream().filter(entry -> entry.elsewhere).forEach(entry -> text.append(entry.line()));
    return text.toString();
  }

  /** The same postmortem in another document. */
  Page copy() {
    Page copy = new Page(incident, date, service);
    for (Entry entry : entries) {
      Entry same = new Entry(entry.promise, entry.title, entry.owner, entry.due);
      same.done = entry.done;
      same.ticket = entry.ticket;
      copy.entries.add(same);
    }
    return copy;
  }
}
