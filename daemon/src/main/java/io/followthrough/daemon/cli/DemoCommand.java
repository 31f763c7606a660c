package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Demo;
import io.followthrough.daemon.app.Reviews;
import io.followthrough.daemon.app.WebPage;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.item.Lapse;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import io.followthrough.review.Scope;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole product with no account and no configuration. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole product with sample postmortems and a clock that runs fast.")
final class DemoCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  /** What is worth a line; the rest of the journal is on the page. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("created", "ticket"),
          Map.entry("held", "held"),
          Map.entry("decided", "says"),
          Map.entry("repeat", "repeat"),
          Map.entry("reviewed", "review"),
          Map.entry("started", "started"),
          Map.entry("done", "closed"),
          Map.entry("declined", "declined"),
          Map.entry("re-opened", "re-opened"),
          Map.entry("re-dated", "re-dated"),
          Map.entry("assigned", "assigned"),
          Map.entry("removed", "removed"),
          Map.entry("noted", "noted"));

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The page's port. Default: any free one.")
  private int port;

  @Option(
      names = "--speed",
      paramLabel = "DURATION",
      description = "How much time passes in a second. Default: ${DEFAULT-VALUE}.")
  private String speed = "1d";

  @Option(
      names = "--until-day",
      paramLabel = "N",
      description = "Ends after so many days. Default: the page stays until Ctrl-C.")
  private @Nullable Integer untilDay;

  private @Nullable Demo demo;
  private Optional<ItemId> lastHeld = Optional.empty();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Duration second = Lapse.parse(speed).approximately();
    if (second.isZero()) {
      throw new IllegalArgumentException("--speed is the time that passes in a second, such as 1d");
    }
    CountDownLatch stop = new CountDownLatch(1);
    LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), ZoneOffset.UTC);
    try (OnSignal signal = OnSignal.of(stop::countDown);
        Demo story = new Demo(today, "", this::tell);
        WebPage page = WebPage.of(story, port)) {
      demo = story;
      assert signal != null;
      PrintWriter out = terminal.out();
      out.println(
          "Followthrough plays "
              + Demo.DAYS
              + " days of an invented shop, "
              + speed
              + " a second.");
      out.println("The page: " + page.address() + "   (Ctrl-C ends it)");
      out.println();
      Pace pace = new Pace(story.start(), second, stop);
      story.play(untilDay == null ? Demo.DAYS : untilDay, pace::wait);
      if (untilDay == null && stop.getCount() > 0) {
        out.println();
        lastReview(story).ifPresent(out::println);
        out.println("That was the story. The page stays at " + page.address() + " until Ctrl-C.");
        stop.await();
      }
    } catch (StoppedException e) {
      terminal.out().println("Ended.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  /** Keeps the story's clock in step with the real one; after a signal the rest goes by at once. */
  private final class Pace {
    private final Instant story;
    private final Duration second;
    private final CountDownLatch stop;
    private final Instant real = terminal.clock().instant();

    Pace(Instant story, Duration second, CountDownLatch stop) {
      this.story = story;
      this.second = second;
      this.stop = stop;
    }

    void wait(Instant next) {
      double seconds = (double) Duration.between(story, next).toMillis() / second.toMillis();
      Duration due = Duration.ofMillis(Math.round(seconds * 1000));
      Duration wait = Duration.between(terminal.clock().instant(), real.plus(due));
      try {
        if (!wait.isNegative() && stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new StoppedException();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoppedException();
      }
    }
  }

  private void tell(JournalEntry entry) {
    String word = TOLD.get(entry.kind());
    boolean isWarning = entry.kind().equals("noted") && !entry.rule().isEmpty();
    boolean isMore = entry.kind().equals("held") && entry.item().equals(lastHeld);
    boolean isOurs = entry.words().startsWith("said on") || entry.words().startsWith("review-");
    if (word == null || isWarning || isMore || isOurs) {
      return;
    }
    lastHeld = entry.kind().equals("held") ? entry.item() : Optional.empty();
    long day = Duration.between(demoStart(), entry.at()).toDays() + 1;
    String when = WHEN.format(LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
    String subject = entry.item().flatMap(this::subject).orElse("");
    String rule = entry.rule().isEmpty() ? "" : " [" + entry.rule() + "]";
    terminal
        .out()
        .printf("day %2d  %-16s  %-9s  %s%s%s%n", day, when, word, entry.words(), subject, rule);
  }

  /** What the last review found, so that nobody has to look for it. */
  private static Optional<String> lastReview(Demo story) {
    Reviews reviews = new Reviews(story.configuration(), story.ledger());
    LocalDate today = reviews.day(story.clock().instant());
    Period last = Period.of(Period.Kind.MONTH, today).previous();
    Review review = reviews.of(last, Scope.ALL, Reviews.LATEST, today);
    return review
        .figure("decisions")
        .map(
            figure ->
                figure.rows().stream()
                    .map(
                        row ->
                            "  - "
                                + row.cells().get(0).text()
                                + " ("
                                + row.cells().get(2).text()
                                + ")")
                    .collect(
                        Collectors.joining(
                            "\n",
                            review.title() + ", a ticket by now. It asks for a decision about:\n",
                            "\n")));
  }

  private Instant demoStart() {
    Demo story = demo;
    return story == null ? Instant.EPOCH : story.start();
  }

  private Optional<String> subject(ItemId id) {
    Demo story = demo;
    return story == null
        ? Optional.empty()
        : story
            .ledger()
            .read(books -> books.items().find(id))
            .map(item -> "  \"" + item.promise().title() + "\"" + facts(item));
  }

  private static String facts(ActionItem item) {
    String owner = item.owner().map(name -> ", " + name).orElse("");
    return owner + item.promise().due().map(day -> ", due " + day).orElse("");
  }
}
