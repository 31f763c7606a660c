package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EmbeddedRubyTest {
  @Test
  void rubyIsLeftOutAndTheLinesStayWhereTheyWere() {
    ParsedDocument document =
        DocumentFormat.of("a.html.md.erb")
            .parse(
                "---\ntitle: A\n---\n<% x\n  - y %>\n\n# T <%= z %>\n\n- a <%% b %>\n- c <% d\n");

    assertEquals(Map.of("title", List.of("A")), document.frontMatter());
    assertEquals(
        List.of("7 T", "9 a <% b %>", "10 c <% d"),
        document.blocks().stream()
            .map(block -> block.line() + " " + block.text().plain())
            .toList());
  }
}
