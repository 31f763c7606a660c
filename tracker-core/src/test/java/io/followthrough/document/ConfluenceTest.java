package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ConfluenceTest {
  @Test
  void tasksAreTickedByTheirStatusAndMayBeNested() {
    assertBlocks(
        """
        <ac:task-list>
        <ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>
        <ac:task-body>a by <time datetime="2026-12-31"/></ac:task-body></ac:task>
        <ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body><p>b</p></ac:task-body></ac:task></ac:task-list>
        <ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body></ac:task-body></ac:task>
        </ac:task-list>\
        """,
        """
        2 task.1 [x] a by 2026-12-31
        4 task.2 [ ] b
        5 task.1 [ ]\
        """);
  }

  @Test
  void aPersonIsReadByIdOrByTheWordsOfTheLink() {
    assertBlocks(
        """
        <p>a <ac:link><ri:user ri:account-id="557058:0f1e-2d" /></ac:link> b</p>
        <p><ac:link><ri:user ri:username="ann"/><ac:plain-text-link-body><![CDATA[Ann Lee]]></ac:plain-text-link-body></ac:link></p>
        <p><ac:structured-macro ac:name="profile"><ac:parameter ac:name="user"><ri:user ri:userkey="8a7f"/></ac:parameter></ac:structured-macro></p>\
        """,
        """
        1 text: a [@557058:0f1e-2d](user:557058:0f1e-2d) b
        2 text: [Ann Lee](user:ann)
        3 text: [@8a7f](user:8a7f)\
        """);
  }

  @Test
  void macrosOfTicketsAndStatesAreTheirWords() {
    assertBlocks(
        """
        <p>See <ac:structured-macro ac:name="jira"><ac:parameter ac:name="key">PAY-12</ac:parameter></ac:structured-macro>
        <ac:structured-macro ac:name="status"><ac:parameter ac:name="colour">Green</ac:parameter><ac:parameter ac:name="title">DONE</ac:parameter></ac:structured-macro>
        <ac:emoticon ac:name="tick" /><ac:emoticon ac:name="blue-star" ac:emoji-fallback="🎉"/></p>\
        """,
        "1 text: See PAY-12 DONE \u2705🎉");
  }

  @Test
  void codeIsNeverReadAndPlaceholdersAreNotText() {
    assertBlocks(
        """
        <ac:structured-macro ac:name="code"><ac:parameter ac:name="language">sh</ac:parameter><ac:plain-text-body><![CDATA[<ul><li>rm</li></ul>]]></ac:plain-text-body></ac:structured-macro>
        <p><ac:placeholder>Describe it</ac:placeholder></p>\
        """,
        "1 code: sh<ul><li>rm</li></ul>");
  }

  @Test
  void panelsAreRememberedByTheirTitlesAndAsidesAreQuotations() {
    assertBlocks(
        """
        <ac:structured-macro ac:name="panel"><ac:parameter ac:name="title">Actions</ac:parameter><ac:rich-text-body><p>a</p></ac:rich-text-body></ac:structured-macro>
        <ac:structured-macro ac:name="info"><ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro>
        <ac:layout><ac:layout-section><ac:layout-cell><p>c</p></ac:layout-cell></ac:layout-section></ac:layout>
        <ac:adf-extension><ac:adf-node type="panel"><ac:adf-content><p>d</p></ac:adf-content></ac:adf-node><ac:adf-fallback><p>e</p></ac:adf-fallback></ac:adf-extension>\
        """,
        """
        1 text: **Actions**
        1 text: a
        2 text: > b
        3 text: c
        4 text: e\
        """);
  }

  @Test
  void tablesMayHoldTasksAndPeople() {
    assertBlocks(
        """
        <table><tbody><tr><th>Action</th><th>Owner</th></tr>
        <tr><td><ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task></ac:task-list></td>
        <td><ac:link><ri:user ri:account-id="5b10"/></ac:link></td></tr></tbody></table>\
        """,
        "2 row: Action=\u2611 a, Owner=[@5b10](user:5b10)");
  }

  @Test
  void entitiesAreCharactersAndNoneIsExpandedOrFetched() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM"
            + " \"file:///etc/passwd\">]>";

    assertBlocks(bomb + "<p>&nbsp;1&rsquo;2 &b; &c; &#65;</p>", "1 text: 1\u20192 &b; &c; A");
  }

  @Test
  void whatIsNotClosedIsReadAllTheSame() {
    assertBlocks("<h2>Actions<ul><li>a<br>b<hr><li>c", "1 h2: Actions\\na\\Lb\\nc");
  }

  private static void assertBlocks(String storage, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.confluence"), storage));
  }
}
