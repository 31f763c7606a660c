package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.app.Reviews;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Nearest;
import io.followthrough.daemon.config.TeamConfig;
import io.followthrough.daemon.review.ReviewCsv;
import io.followthrough.daemon.review.ReviewJson;
import io.followthrough.daemon.web.ReportFile;
import io.followthrough.ledger.Ledger;
import io.followthrough.review.Figure;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import io.followthrough.review.ReviewProse;
import io.followthrough.review.Scope;
import io.followthrough.tracker.MarkdownProse;
import io.followthrough.tracker.Prose;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: the reliability review of a month or a quarter, or of the last postmortems. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the reliability review of a month or a quarter.",
      "A review that was given stands: it is printed as it was given.",
    })
final class ReportCommand implements Callable<Integer> {
  /** How a review is printed; the names are those of the command line. */
  private enum Style {
    markdown,
    html,
    json,
    csv
  }

  /** The periods of the command line. */
  private enum Length {
    month(Period.Kind.MONTH),
    quarter(Period.Kind.QUARTER);

    private final Period.Kind kind;

    Length(Period.Kind kind) {
      this.kind = kind;
    }
  }

  private static final String LAST = "last-postmortems";

  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--period",
      paramLabel = "month|quarter",
      description = "Default: month; or, with --last-postmortems alone, none.")
  private @Nullable Length period;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "A day of the period, such as 2026-10-31. Default: today.")
  private @Nullable String at;

  @Option(names = "--team", paramLabel = "NAME", description = "Only the items of one team.")
  private @Nullable String team;

  @Option(names = "--service", paramLabel = "NAME", description = "Only one service.")
  private @Nullable String service;

  @Option(names = "--tracker", paramLabel = "NAME", description = "Only one tracker.")
  private @Nullable String tracker;

  @Option(names = "--label", paramLabel = "NAME", description = "Only tickets with a label.")
  private @Nullable String label;

  @Option(
      names = "--last-postmortems",
      paramLabel = "N",
      description = "What happened to the action items of the last N postmortems.")
  private @Nullable Integer latest;

  @Option(
      names = "--format",
      paramLabel = "markdown|html|json|csv",
      description = "Default: ${DEFAULT-VALUE}.")
  private Style style = Style.markdown;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    int last = Optional.ofNullable(latest).orElse(Reviews.LATEST);
    if (last < 1 || last > 1000) {
      throw new IllegalArgumentException(
          "--last-postmortems: expected a number from 1 to 1000, not " + last);
    }
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      Reviews reviews = new Reviews(configuration, ledger);
      LocalDate today = reviews.day(terminal.clock().instant());
      Period asked = period(today);
      Review review = reviews.of(asked, scope(configuration, reviews), last, today);
      boolean alone = latest != null && period == null;
      List<Figure> figures =
          review.figures().stream().filter(one -> !alone || one.name().equals(LAST)).toList();
      terminal.out().print(print(review, figures, alone));
      terminal.out().flush();
    }
    return ExitCode.DONE;
  }

  private Period period(LocalDate today) {
    Period asked =
        Period.of(
            Optional.ofNullable(period).map(length -> length.kind).orElse(Period.Kind.MONTH),
            Optional.ofNullable(at).map(ReportCommand::date).orElse(today));
    if (asked.first().isAfter(today)) {
      throw new IllegalArgumentException(
          "--at: " + asked.title() + " has not begun; today is " + today);
    }
    return asked;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--at: expected a date such as 2026-10-31, not " + text, e);
    }
  }

  private Scope scope(Configuration configuration, Reviews reviews) {
    List<String> teams = configuration.teams().stream().map(TeamConfig::name).toList();
    List<String> trackers = configuration.trackers().stream().map(one -> one.name()).toList();
    return new Scope(
        Optional.ofNullable(team).map(name -> known("--team", name, teams)),
        Optional.ofNullable(service).map(reviews::service),
        Optional.ofNullable(tracker).map(name -> known("--tracker", name, trackers)),
        Optional.ofNullable(label));
  }

  private static String known(String option, String name, List<String> names) {
    return names.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    option
                        + ": the configuration has no `"
                        + name
                        + "`"
                        + Nearest.hint(name, names).map(hint -> "; " + hint).orElse("")));
  }

  private String print(Review review, List<Figure> figures, boolean alone) {
    return switch (style) {
      case markdown -> markdown(review, figures, alone);
      case html -> ReportFile.of(review, figures);
      case json -> json(review, figures, alone);
      case csv -> ReviewCsv.of(review, figures);
    };
  }

  private static String markdown(Review review, List<Figure> figures, boolean alone) {
    Prose prose =
        alone
            ? figures.stream()
                .map(figure -> ReviewProse.figure(figure, Integer.MAX_VALUE))
                .reduce(Prose.empty(), Prose::and)
            : ReviewProse.whole(review);
    String title =
        alone
            ? ""
            : "# "
                + MarkdownProse.render(Prose.empty().heading(review.title())).substring(4)
                + "\n\n";
    return title + MarkdownProse.render(prose) + "\n";
  }

  private static String json(Review review, List<Figure> figures, boolean alone) {
    ObjectNode node = ReviewJson.of(review);
    if (alone) {
      node.remove("summary");
      node.set("figures", Json.array(figures.stream().map(ReviewJson::of).toList()));
    }
    return Json.write(node) + "\n";
  }
}
