package io.followthrough.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownRowTest {
  @Test
  void rowsThatFollowEachOtherAreOneTableWhoseFirstIsItsHead() {
    Prose prose =
        Prose.empty()
            .heading("Age")
            .row(List.of(Span.plain("Priority"), Span.plain("Open")))
            .row(List.of(Span.plain("high"), Span.plain("3")))
            .row(List.of(Span.plain("low"), Span.plain("")))
            .paragraph(Span.plain("Days."));
    assertEquals(
        """
        ### Age

        | Priority | Open |
        | --- | --- |
        | high | 3 |
        | low |  |

        Days.""",
        MarkdownProse.render(prose));
  }

  @Test
  void aBarInACellDoesNotEndIt() {
    Prose prose =
        Prose.empty()
            .row(List.of(Span.plain("a | b \\"), Span.code("x|y")))
            .row(List.of(Span.link("c|d", "https://x.example/a|b"), Span.strong("|")));
    MarkdownProse.render(prose)
        .lines()
        .forEach(line -> assertEquals(3, line.chars().filter(sign -> sign == '|').count(), line));
  }

  @Test
  void aTableWithoutWordsIsLeftOut() {
    assertEquals("", MarkdownProse.render(Prose.empty().row(List.of(Span.plain(" ")))));
  }
}
