package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import java.util.Optional;

/**
 * A site's own notation of rich text: how our words are written in it and found again. Whatever the
 * words are, the result shows them and does nothing else: its only links, mentions and structure
 * are those of the prose.
 */
interface Markup {
  /** Jira refuses more; an administrator of a Data Center can allow more. */
  int LONGEST = 32_767;

  /**
   * Our part of a description.
   *
   * @param text what stands between its two lines, for comparison
   */
  record Part(Marker marker, String text) {
    public Part {
      requireNonNull(marker, "marker is null");
      requireNonNull(text, "text is null");
    }
  }

  /**
   * A comment as it was read.
   *
   * @param mark what it carries, whoever wrote it
   */
  record Said(String text, Optional<MarkLink> mark) {
    public Said {
      requireNonNull(text, "text is null");
      requireNonNull(mark, "mark is null");
    }
  }

  /** The notation of an edition. */
  static Markup of(Edition edition, String site) {
    return edition == Edition.CLOUD ? new AdfMarkup(site) : new WikiMarkup(site);
  }

  /** A description that is our part alone. */
  JsonNode description(Marker marker, Prose block);

  /** Words that are no part of anything, as a field of several lines takes them. */
  JsonNode plain(Prose words);

  /** A description with another text in our part, at its end where there is none. */
  JsonNode with(JsonNode description, Marker marker, Prose block);

  /** Our part of a description; empty where people removed either of its lines. */
  Optional<Part> part(JsonNode description);

  /** The mark of a description, even where people removed the end of our part. */
  Optional<Marker> mark(JsonNode description);

  /** A comment with its mark. */
  JsonNode comment(CommentDraft draft);

  /** What a comment says, without its mark. */
  Said said(JsonNode comment);
}
