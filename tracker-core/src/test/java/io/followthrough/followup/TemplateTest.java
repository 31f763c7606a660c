package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.followup.Notice.Kind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody's own words in place of ours. */
final class TemplateTest {
  private final Scene scene = new Scene();

  private Prose said(Kind kind, String template, String now) {
    scene.templates = Map.of("backend", new Templates(Map.of(kind, Template.parse(template))));
    return scene.decide(now).notice().orElseThrow().body();
  }

  @Test
  void factsStandWhereTheyAreNamed() {
    String template =
        """
        Hi {{people}}, **please**: {{ title }} from {{postmortem}}?

        {{silence}}
        - Say `/followthrough snooze 2w`
        > {{criterion}}
        Blocked by {{blocker}}
        {{contact}}
        """;
    assertEquals(
        """
        Hi Alice Martin, please: Add an alert for replication lag from Checkout outage (INC-42)?
        It has been quiet here since 2 November 2026 (14 days).
        Say /followthrough snooze 2w
        the alert fires in the staging drill
        #reliability""",
        said(Kind.NUDGE, template, "2026-11-16T09:00:00Z").text());
  }

  @Test
  void peopleAreMentionedAndLinksLead() {
    List<Span> spans =
        said(Kind.NUDGE, "{{people}}: {{postmortem}}", "2026-11-16T09:00:00Z")
            .lines()
            .get(0)
            .spans();
    assertTrue(spans.contains(Span.mention("Alice Martin", "alice-m")), spans::toString);
    assertTrue(
        spans.contains(Span.link("Checkout outage", "https://docs/checkout.md")), spans::toString);
  }

  @Test
  void otherKindsAndOtherTrackersKeepOurs() {
    scene.templates =
        Map.of("elsewhere", new Templates(Map.of(Kind.NUDGE, Template.parse("{{people}}"))));
    String words =
        scene.decide(Instant.parse("2026-11-16T09:00:00Z")).notice().orElseThrow().body().text();
    assertTrue(words.contains("how is this coming along"), words);
  }

  @Test
  void anUnknownFactIsSaidWithItsLine() {
    Template.Mistake mistake =
        assertThrows(Template.Mistake.class, () -> Template.parse("{{people}}\n\n{{nmae}}"));
    assertEquals(3, mistake.line());
    assertTrue(String.valueOf(mistake.getMessage()).contains("{{nmae}} is no fact"));
  }

  @Test
  void whoeverNamesNobodyTellsNobody() {
    assertThrows(Template.Mistake.class, () -> Template.parse("Is this done?"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindHasAWordOfItsOwn(Kind kind) {
    assertEquals(Optional.of(kind), Kind.ofWord(kind.word()));
  }
}
