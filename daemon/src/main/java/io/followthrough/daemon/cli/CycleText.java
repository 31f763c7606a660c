package io.followthrough.daemon.cli;

import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.plan.Change;
import io.followthrough.sync.Pause;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a cycle did or would do, as lines for people. */
final class CycleText {
  private final PrintWriter out;

  CycleText(PrintWriter out) {
    this.out = out;
  }

  void done(CycleReport report) {
    out.println(
        count(report.documents(), "document")
            + " read, "
            + count(report.sent(), "effect")
            + " delivered, "
            + count(report.said().size(), "follow-up")
            + " decided");
    withheld(report);
    restrained(report);
    said(report);
    reviews(report);
  }

  private void reviews(CycleReport report) {
    report.reviews().forEach(words -> out.println("  review  " + words));
  }

  private void restrained(CycleReport report) {
    if (!report.restrained().isEmpty()) {
      out.println(count(report.restrained().size(), "change") + " held back by people's will:");
      report.restrained().forEach(this::change);
    }
  }

  /** The brakes that hold, with the way to release each. */
  void paused(List<Pause> pauses) {
    for (Pause pause : pauses) {
      out.println(pause.words() + "; `followthrough resume" + option(pause) + "` releases it");
    }
  }

  private static String option(Pause pause) {
    return pause.kind() == Pause.Kind.EVERYTHING
        ? ""
        : " --" + pause.kind().word() + " \"" + pause.name() + "\"";
  }

  void planned(CycleReport report) {
    withheld(report);
    report.planned().forEach(this::change);
    restrained(report);
    said(report);
    reviews(report);
    if (report.planned().isEmpty()
        && report.restrained().isEmpty()
        && report.said().isEmpty()
        && report.reviews().isEmpty()
        && report.waiting().isEmpty()) {
      out.println("Nothing to do.");
    }
  }

  void waiting(List<Change> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    out.println(
        count(waiting.size(), "change")
            + " "
            + (waiting.size() == 1 ? "waits" : "wait")
            + " for a person; `followthrough confirm` shows and releases "
            + (waiting.size() == 1 ? "it:" : "them:"));
    waiting.forEach(this::change);
  }

  void stopped(Map<String, String> stopped) {
    stopped.forEach((tracker, why) -> out.println(tracker + " stands still: " + why));
  }

  void held(List<ActionItem> held) {
    if (!held.isEmpty()) {
      out.println(count(held.size(), "item") + " held back:");
    }
    for (ActionItem item : held) {
      out.println(
          "  held    "
              + item.promise().title()
              + " ("
              + item.origin().path()
              + ", line "
              + item.promise().line()
              + ")");
      for (Finding finding : item.holds()) {
        out.println("            " + finding.rule() + ": " + finding.message());
      }
    }
  }

  /** Tickets that carry what is confidential by now. */
  void exposed(List<String> exposed) {
    exposed.forEach(words -> out.println("exposed: " + words));
  }

  private void withheld(CycleReport report) {
    if (report.withheld() > 0) {
      out.println(
          count(report.withheld(), "document") + " confidential: counted, and nothing else");
    }
  }

  private void said(CycleReport report) {
    report
        .said()
        .forEach(
            said ->
                out.println(
                    "  "
                        + said.kind()
                        + "  "
                        + said.ticket()
                        + ": "
                        + said.title()
                        + " -> "
                        + String.join(", ", said.to())));
  }

  private void change(Change change) {
    ActionItem item = change.item();
    String verb =
        change.match(
            create -> "create  ",
            adopt -> "adopt   " + adopt.ref().key() + " for ",
            edit -> "update  ");
    String owner = item.owner().map(name -> ", owner " + name).orElse("");
    String due =
        item.promise().due().map(LocalDate::toString).map(day -> ", due " + day).orElse("");
    out.println(
        "  "
            + verb
            + item.promise().title()
            + " ["
            + change.tracker()
            + owner
            + due
            + "] ("
            + item.origin().path()
            + ", line "
            + item.promise().line()
            + ")");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
