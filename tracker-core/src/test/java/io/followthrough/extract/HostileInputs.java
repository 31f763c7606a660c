package io.followthrough.extract;

import io.followthrough.document.DocumentFormat;
import java.util.ArrayList;
import java.util.List;

/** Documents that nobody writes by hand, of any length, in each format. */
final class HostileInputs {
  /**
   * A document that grows.
   *
   * @param open what it begins with
   * @param piece what is repeated
   * @param close what it ends with, repeated as often
   */
  record Input(DocumentFormat format, String open, String piece, String close) {
    /** The document with the number of pieces that come to about a length in characters. */
    String of(int length) {
      int times = Math.max(1, length / (piece.length() + close.length()));
      return open + piece.repeat(times) + close.repeat(times);
    }

    @Override
    public String toString() {
      String shown = (open + "|" + piece + "|" + close).replace("\n", "\\n");
      return format + " " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
    }
  }

  private static final List<String> EVERYWHERE =
      List.of(
          "\u05d0\u202e\u05d1 add \ud83d\ude00\u200d\ud83d\udd25 ",
          "\ufeff\0a\r\r\n\n",
          "a ",
          "a\n",
          "a\n\n",
          " ",
          "\n",
          "\t",
          "(",
          "[",
          "]",
          "{",
          "}",
          "<",
          ">",
          "|",
          "*",
          "_",
          "-",
          "+",
          "=",
          "#",
          ":",
          ".",
          "`",
          "'",
          "\"",
          "\\",
          "!",
          "&",
          "@a ",
          "#1 ",
          "A-1 ",
          "https://e.org/issues/1 ",
          "2026-01-01 ",
          "by next week, ",
          "Owner: a, ",
          "* a\n",
          "- [ ] a\n",
          "1. a\n",
          "|a|b|\n",
          "Action item: add it. ",
          "(@a, due 2026-01-01) ");

  private HostileInputs() {}

  static List<Input> all() {
    List<Input> all = new ArrayList<>();
    for (DocumentFormat format : DocumentFormat.values()) {
      for (String piece : EVERYWHERE) {
        all.add(new Input(format, heading(format), piece, ""));
      }
      own(format).forEach(each -> all.add(new Input(format, heading(format), each[0], each[1])));
    }
    return all;
  }

  /** A heading below which items stand. */
  static String heading(DocumentFormat format) {
    return switch (format) {
      case MARKDOWN, MARKDOWN_WITH_RUBY -> "## Action items\n\n";
      case HTML, CONFLUENCE -> "<h2>Action items</h2>";
      case RE_STRUCTURED_TEXT -> "Action items\n------------\n\n";
      case ASCII_DOC -> "== Action items\n\n";
      case MEDIA_WIKI -> "== Action items ==\n";
      case JIRA_WIKI -> "h2. Action items\n\n";
    };
  }

  /** One item. */
  static String item(DocumentFormat format, String words) {
    return switch (format) {
      case HTML, CONFLUENCE -> "<ul><li>" + words + "</li></ul>";
      default -> "* " + words + "\n";
    };
  }

  private static List<String[]> own(DocumentFormat format) {
    return switch (format) {
      case MARKDOWN -> pairs("> ", "", "[a](b ", "", "**a *b ", "", "# a\n", "", "[a]: b\n", "");
      case MARKDOWN_WITH_RUBY -> pairs("<% ", "", "<%", "%>", "<%%>\n", "", "%>", "");
      case HTML ->
          pairs(
              "<div>",
              "",
              "<ul><li>a",
              "",
              "<b>",
              "</b>",
              "<b><p>",
              "",
              "<a><p>",
              "",
              "<table>",
              "",
              "<table><tr><td>",
              "",
              "<tr><td rowspan=99 colspan=99>a",
              "",
              "<td colspan=1000>",
              "",
              "<p>a<b>b<i>c",
              "",
              "<!--",
              "",
              "<![CDATA[",
              "",
              "&lt;",
              "",
              "&a",
              "",
              "<a b=c ",
              "",
              "<li>a",
              "",
              "<dt>a<dd>b",
              "",
              "<h1>a",
              "",
              "<select>",
              "",
              "<svg>",
              "",
              "<style>.a{font-weight:700}</style>",
              "",
              "<input type=checkbox>",
              "",
              "<i></b>",
              "",
              "<span class='a b c'>",
              "",
              "<meta name=a content=b>",
              "",
              "<blockquote>",
              "",
              "<table><caption>a",
              "",
              "<pre>",
              "",
              "<title>",
              "",
              "<p>a\n",
              "");
      case CONFLUENCE ->
          pairs(
              "<ac:task-list><ac:task>",
              "",
              "<ac:task><ac:task-body>a",
              "",
              "<ac:structured-macro ac:name='panel'>",
              "",
              "<ac:structured-macro ac:name='code'>",
              "",
              "<ac:link><ri:user ri:account-id='a'/>",
              "",
              "<table><tr><td>a",
              "",
              "<![CDATA[",
              "",
              "<![CDATA[]]>",
              "",
              "&nbsp;",
              "",
              "<!DOCTYPE a [<!ENTITY b 'cc'>]>&b;",
              "",
              "<!ENTITY a '&a;&a;'>",
              "",
              "<li>a",
              "",
              "<p>a",
              "",
              "<ac:layout>",
              "</ac:layout>",
              "<a:b c:d='e'>",
              "",
              "<ac:parameter>",
              "",
              "<ac:structured-macro ac:name='info'>a",
              "",
              "<ac:structured-macro ac:name='status'><ac:parameter ac:name='title'>",
              "");
      case RE_STRUCTURED_TEXT ->
          pairs(
              "a\n=\n",
              "",
              "a\n===\n\n",
              "",
              "===\n",
              "",
              "+--+--+\n",
              "",
              "|a |b |\n",
              "",
              "== ==\n",
              "",
              "a::\n",
              "",
              "a::\n\n  b\n\n",
              "",
              ".. a::\n",
              "",
              ".. note::\n\n ",
              "",
              ".. list-table::\n   * - a\n",
              "",
              ":a: b\n",
              "",
              "a\n b\n",
              "",
              "`a <b>`_ ",
              "",
              "`a",
              "",
              ":a:`b",
              "",
              "|a",
              "",
              "a_ ",
              "",
              ".. _a: b\n",
              "",
              "**a *b ",
              "",
              "  * a\n",
              "",
              "+-+\n|a|\n",
              "",
              ".. |a| replace:: b\n|a| ",
              "");
      case ASCII_DOC ->
          pairs(
              "== a\n",
              "",
              "----\n",
              "",
              "====\n",
              "",
              "|===\n",
              "",
              "|===\n|a |b\n",
              "",
              "|===\n!",
              "",
              ":a: b\n",
              "",
              "{a} ",
              "",
              "a::\n",
              "",
              "a:: b\n",
              "",
              "+\n",
              "",
              "[a]\n",
              "",
              ".a\n",
              "",
              "NOTE: a\n",
              "",
              "link:a[",
              "",
              "link:a",
              "",
              "<<a",
              "",
              "**a *b __c ",
              "",
              "** a\n*** b\n",
              "",
              "2+|",
              "",
              "99*|a ",
              "",
              "[.line-through]#a",
              "",
              "--\n",
              "",
              "a\n====\n",
              "",
              "////\n",
              "",
              ". a\n.. b\n",
              "");
      case MEDIA_WIKI ->
          pairs(
              "{{",
              "",
              "{{",
              "}}",
              "{{a|b=c}}",
              "",
              "{|\n",
              "",
              "{|\n|-\n|a\n",
              "",
              "|-\n",
              "",
              "[[",
              "",
              "[[a|",
              "",
              "[http://a ",
              "",
              "'''a ''b ",
              "",
              "<!--",
              "",
              "<pre>",
              "",
              "<ref>",
              "",
              "<s>",
              "",
              "== a ==\n",
              "",
              ";a:b\n",
              "",
              ":a\n",
              "",
              "*#:;a\n",
              "",
              "{|\n|rowspan=99 colspan=99|a\n",
              "",
              "<nowiki ",
              "",
              "<code>",
              "",
              "~~~~",
              "",
              "!a!!b\n",
              "",
              " a\n",
              "",
              "{{done}} ",
              "");
      case JIRA_WIKI ->
          pairs(
              "{code}",
              "",
              "{code}a\n",
              "",
              "{noformat}\n",
              "",
              "{quote}\n",
              "",
              "{panel:title=a}\n",
              "",
              "||a||b\n",
              "",
              "|a\n",
              "",
              "[a|",
              "",
              "[~a",
              "",
              "[~a]",
              "",
              "{color:red}",
              "",
              "{{a",
              "",
              "{*}a",
              "",
              "*a _b -c +d ",
              "",
              "!a.png",
              "",
              "!a.png!",
              "",
              "** a\n# b\n",
              "",
              "h1. a\n",
              "",
              "bq. a\n",
              "",
              "{info}a{info}\n",
              "",
              "|[a|{b|",
              "",
              "{a:b",
              "");
    };
  }

  private static List<String[]> pairs(String... texts) {
    List<String[]> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < texts.length; i += 2) {
      pairs.add(new String[] {texts[i], texts[i + 1]});
    }
    return pairs;
  }
}
