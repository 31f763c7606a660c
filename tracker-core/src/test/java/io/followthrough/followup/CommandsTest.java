package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("snooze 2w", new Command.Snooze(LocalDate.of(2026, 12, 9))),
        Arguments.of("snooze until 2026-12-24", new Command.Snooze(LocalDate.of(2026, 12, 24))),
        Arguments.of("SNOOZE 10 days.", new Command.Snooze(LocalDate.of(2026, 12, 5))),
        Arguments.of("snooze 1 month", new Command.Snooze(LocalDate.of(2026, 12, 25))),
        Arguments.of("blocked by PAY-12", new Command.Blocked("PAY-12")),
        Arguments.of("blocked the new cluster", new Command.Blocked("the new cluster")),
        Arguments.of("unblocked", new Command.Unblocked()),
        Arguments.of("decline because it is replaced", new Command.Decline("it is replaced")),
        Arguments.of("decline: no longer ours", new Command.Decline("no longer ours")),
        Arguments.of("resume", new Command.Resume()),
        Arguments.of(
            "evidence https://git.example/pull/7.",
            new Command.Evidence("https://git.example/pull/7")),
        Arguments.of(
            "evidence [the change](https://git.example/pull/7)",
            new Command.Evidence("https://git.example/pull/7")),
        Arguments.of("owner @bob", new Command.Owned("@bob")),
        Arguments.of("due 2026-12-01", new Command.Due(LocalDate.of(2026, 12, 1))),
        Arguments.of("review on 2026-12-01", new Command.Review(LocalDate.of(2026, 12, 1))),
        Arguments.of("help", new Command.Help()),
        Arguments.of("", new Command.Help()));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("lines")
  void aLineSaysOneThing(String words, Command expected) {
    String line = "/followthrough" + (words.isEmpty() ? "" : " " + words);
    assertEquals(List.of(expected), Commands.in(line, TODAY));
    assertEquals(
        List.of(expected), Commands.in("Hello,\r\n  \t/FollowThrough\u00a0" + words, TODAY));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @ValueSource(
      strings = {
        "snoze 2w",
        "snooze",
        "snooze a while",
        "snooze until yesterday",
        "snooze until 2026-11-25",
        "snooze 99999w",
        "snooze 0d",
        "due 2026-02-31",
        "due 2020-01-01",
        "due 2099-01-01",
        "blocked",
        "blocked by",
        "decline",
        "decline because",
        "evidence in the wiki",
        "evidence javascript:alert(1)",
        "owner",
        "--help; rm -rf /",
      })
  void whatIsNotUnderstoodIsSaidWithItsMend(String words) {
    List<Command> commands = Commands.in("/followthrough " + words, TODAY);
    assertEquals(1, commands.size());
    Command.Unclear unclear = assertInstanceOf(Command.Unclear.class, commands.get(0));
    assertEquals(words, unclear.words());
    assertEquals(false, unclear.mend().isEmpty());
  }

  @ParameterizedTest(name = "{index}: {0}")
  @ValueSource(
      strings = {
        "",
        "please snooze this",
        "try /followthrough help",
        "> /followthrough snooze 2w",
        "- /followthrough snooze 2w",
        "`/followthrough snooze 2w` is what you write",
        "/followthroughsnooze 2w",
        "```\n/followthrough snooze 2w\n```",
        "~~~ sh\n/followthrough snooze 2w",
        "{quote}\n/followthrough snooze 2w\n{quote}",
        "{code:java}\n/followthrough snooze 2w\n{code}",
      })
  void whatIsQuotedOrMentionedIsNoCommand(String comment) {
    assertEquals(List.of(), Commands.in(comment, TODAY));
  }

  @Test
  void aSuggestionThatWasPastedAsCodeIsRead() {
    assertEquals(
        List.of(new Command.Unblocked()), Commands.in("`/followthrough unblocked`", TODAY));
  }

  @Test
  void severalAreReadInTheirOrder() {
    String comment =
        """
        Moved to the new team.

        /followthrough owner @bob
        /followthrough due 2026-12-01
        ```
        /followthrough decline because it stands in an example
        ```
        /followthrough blocked by PAY-12
        """;
    assertEquals(
        List.of(
            new Command.Owned("@bob"),
            new Command.Due(LocalDate.of(2026, 12, 1)),
            new Command.Blocked("PAY-12")),
        Commands.in(comment, TODAY));
  }

  @Test
  void ofTooManyTheFirstTenAreRead() {
    List<Command> commands = Commands.in("/followthrough help\n".repeat(5_000), TODAY);
    assertEquals(11, commands.size());
    assertInstanceOf(Command.Unclear.class, commands.get(10));
  }

  @Test
  void hugeAndHostileTextIsReadInNoTime() {
    String hostile =
        "/followthrough evidence " + "(https://".repeat(100_000) + "\n" + "\u200b`".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals(1, Commands.in(hostile, TODAY).size()));
  }
}
