package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/** The formats that can be read. Which one a document is in, the ending of its name tells. */
public enum DocumentFormat {
  /** Markdown as GitHub reads it: {@code .md}, {@code .markdown}, {@code .mdx}, {@code .txt}. */
  MARKDOWN("md markdown mdx txt") {
    @Override
    public ParsedDocument parse(String text) {
      return Markdown.parse(text);
    }
  },

  /** HTML as wikis and editors export it: {@code .html}, {@code .htm}, {@code .xhtml}. */
  HTML("html htm xhtml") {
    @Override
    public ParsedDocument parse(String text) {
      return Html.parse(text);
    }
  },

  /**
   * Confluence's storage format: {@code .confluence}. The title of the page is no part of it: it is
   * to stand before the body as an {@code h1}. A person without a name is read as {@code @ID}, with
   * a link mark to {@code user:ID}; the words of a link to a person are kept as the name.
   */
  CONFLUENCE("confluence") {
    @Override
    public ParsedDocument parse(String text) {
      return Confluence.parse(text);
    }
  },

  /** reStructuredText: {@code .rst}, {@code .rest}. */
  RE_STRUCTURED_TEXT("rst rest") {
    @Override
    public ParsedDocument parse(String text) {
      return ReStructuredText.parse(text);
    }
  },

  /** AsciiDoc: {@code .adoc}, {@code .asciidoc}, {@code .asc}. */
  ASCII_DOC("adoc asciidoc asc") {
    @Override
    public ParsedDocument parse(String text) {
      return AsciiDoc.parse(text);
    }
  },

  /** The wikitext of MediaWiki: {@code .wiki}, {@code .mediawiki}, {@code .wikitext}. */
  MEDIA_WIKI("wiki mediawiki wikitext") {
    @Override
    public ParsedDocument parse(String text) {
      return MediaWiki.parse(text);
    }
  },

  /** Markdown with Ruby in it: {@code .erb}, most often {@code .md.erb}. */
  MARKDOWN_WITH_RUBY("erb") {
    @Override
    public ParsedDocument parse(String text) {
      return Markdown.parse(EmbeddedRuby.without(text));
    }
  },

  /** Jira's wiki markup: {@code .jira}. A person is read as in {@link #CONFLUENCE}. */
  JIRA_WIKI("jira") {
    @Override
    public ParsedDocument parse(String text) {
      return JiraWiki.parse(text);
    }
  };

  private final String endings;

  DocumentFormat(String endings) {
    this.endings = endings;
  }

  /** Reads a document. Never fails: what can't be read is among the problems. Thread-safe. */
  public abstract ParsedDocument parse(String text);

  /** The endings of its files, without the dot. */
  public List<String> endings() {
    return List.of(endings.split(" ", -1));
  }

  /** The format that a file's name tells; Markdown for any name that tells nothing. */
  public static DocumentFormat of(String fileName) {
    requireNonNull(fileName, "fileName is null");
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (DocumentFormat format : values()) {
      if (format.endings().contains(ending)) {
        return format;
      }
    }
    return MARKDOWN;
  }
}
