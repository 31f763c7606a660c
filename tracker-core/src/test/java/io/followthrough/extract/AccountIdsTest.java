package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In Confluence and Jira a person may be an id and nothing else. */
final class AccountIdsTest {
  private static final String ID = "557058:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
  private static final String USER = "<ac:link><ri:user ri:account-id=\"" + ID + "\"/></ac:link>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ul><li>USER Rotate the key</li></ul>",
        "<ul><li>Rotate the key USER</li></ul>",
        "<ul><li>Rotate the key (USER, due <time datetime=\"2026-03-20\"/>)</li></ul>",
        "<ul><li>Rotate the key. Owner: USER</li></ul>",
        "<ac:task-list><ac:task><ac:task-body>USER Rotate the"
            + " key</ac:task-body></ac:task></ac:task-list>",
        "<table><tr><th>Action</th><th>Owner</th></tr><tr><td>Rotate the"
            + " key</td><td>USER</td></tr></table>"
      })
  void ownTheItemsBesideWhichTheyStand(String storage) {
    String text = "<h2>Action items</h2>" + storage.replace("USER", USER);

    assertOwner(DocumentFormat.CONFLUENCE, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* USER Rotate the key",
        "* Rotate the key (USER)",
        "||Action||Owner||\n|Rotate the key|USER|"
      })
  void ownThemInJirasMarkupToo(String markup) {
    assertOwner(
        DocumentFormat.JIRA_WIKI,
        "h2. Action items\n\n" + markup.replace("USER", "[~accountid:" + ID + "]"));
  }

  private static void assertOwner(DocumentFormat format, String text) {
    List<Candidate> items =
        Extraction.of(
                format.parse(text),
                ExtractRules.defaults(),
                new ExtractContext("a", Optional.empty()))
            .candidates();

    assertEquals(List.of("Rotate the key"), items.stream().map(Candidate::title).toList());
    assertEquals(Optional.of("@" + ID), items.get(0).owner());
  }
}
