package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.DigestLine.Section;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a digest: what there is, a line each with its ticket, and whom to turn to. */
public final class DigestWording {
  /** More of one kind are counted: nobody reads on. */
  private static final int MOST = 15;

  private final DigestRhythm rhythm;
  private final String contact;

  DigestWording(DigestRhythm rhythm, String contact) {
    this.rhythm = requireNonNull(rhythm, "rhythm is null");
    this.contact = requireNonNull(contact, "contact is null");
  }

  /** How many of each kind, in one line. */
  public String title(List<DigestLine> lines) {
    String counts =
        sections(lines).entrySet().stream()
            .map(each -> each.getValue().size() + " " + each.getKey().word())
            .collect(Collectors.joining(", "));
    return "Your action items this " + rhythm.word() + ": " + counts;
  }

  /** The whole of it. */
  public Prose body(List<DigestLine> lines) {
    Prose body =
        Prose.empty()
            .paragraph(
                Span.plain(
                    lines.size() == 1
                        ? "One thing from a postmortem is with you. Answer in its ticket, or in"
                            + " the postmortem."
                        : "These come from postmortems and are with you. Answer in their tickets,"
                            + " or in the postmortem."));
    for (Map.Entry<Section, List<DigestLine>> section : sections(lines).entrySet()) {
      body = body.heading(section.getKey().heading());
      for (DigestLine line : section.getValue().stream().limit(MOST).toList()) {
        body = body.with(Prose.Shape.BULLET, spans(line));
      }
      int more = section.getValue().size() - MOST;
      if (more > 0) {
        body = body.bullet(Span.plain("and " + more + " more"));
      }
    }
    return body.paragraph(
        Span.plain(
            "Followthrough, once a "
                + rhythm.word()
                + " on behalf of the postmortems. Questions: "
                + contact));
  }

  private static Map<Section, List<DigestLine>> sections(List<DigestLine> lines) {
    Map<Section, List<DigestLine>> sections = new EnumMap<>(Section.class);
    lines.stream()
        .sorted()
        .forEach(
            line -> sections.computeIfAbsent(line.section(), it -> new ArrayList<>()).add(line));
    return sections;
  }

  private static List<Span> spans(DigestLine line) {
    String title = line.item().promise().title();
    List<Span> spans = new ArrayList<>();
    line.ticket()
        .ifPresentOrElse(
            ticket -> {
              spans.add(Span.link(title, ticket.url()));
              spans.add(Span.plain(" (" + ticket.key() + ") " + line.words() + ". From "));
            },
            () -> {
              spans.add(Span.strong(title));
              spans.add(Span.plain(": " + line.words() + " In "));
            });
    spans.addAll(Phrases.named(line.item().origin()));
    spans.add(
        Span.plain(line.because().map(why -> ". You are told because " + why + ".").orElse(".")));
    return List.copyOf(spans);
  }
}
