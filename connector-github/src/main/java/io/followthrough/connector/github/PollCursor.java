package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a poll of GitHub stands.
 *
 * @param since what the list is asked for; constant while little changes, since an ETag belongs to
 *     its address
 * @param etag of the list's first page, empty where the next poll has to see it anew
 * @param print the fingerprint of the issues on that page
 * @param narrow the latest instant since which the next poll may ask without missing anything
 * @param narrowPrint the fingerprint of the issues on that page that changed since then
 * @param token the print of the token that the ETag is good for
 * @param comments since when comments are read, when they are
 * @param settled true where whatever lags behind at GitHub has been read again
 */
record PollCursor(
    Instant since,
    String etag,
    String print,
    Instant narrow,
    String narrowPrint,
    String token,
    Instant comments,
    boolean settled) {
  /**
   * How far the list may lag, and the clocks may differ: what changed within this time before the
   * newest change is read again. A list that missed an issue for eight minutes is on record.
   */
  static final Duration OVERLAP = Duration.ofMinutes(10);

  PollCursor {
    requireNonNull(since, "since is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(print, "print is null");
    requireNonNull(narrow, "narrow is null");
    requireNonNull(narrowPrint, "narrowPrint is null");
    requireNonNull(token, "token is null");
    requireNonNull(comments, "comments is null");
  }

  /** Reads a cursor; one that is empty or not ours begins anew. */
  static PollCursor read(Cursor cursor) {
    JsonNode json = Json.parse(cursor.text()).orElseGet(Json::object);
    Optional<Instant> since = Fields.instant(json, "since");
    Optional<Instant> comments = Fields.instant(json, "comments");
    if (since.isEmpty() || comments.isEmpty()) {
      Instant start = cursor.from().minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
      return new PollCursor(start, "", "", start, "", "", start, true);
    }
    return new PollCursor(
        since.get(),
        Fields.text(json, "etag"),
        Fields.text(json, "print"),
        Fields.instant(json, "narrow").or(() -> since).get(),
        Fields.optionalText(json, "narrowPrint").orElseGet(() -> Fields.text(json, "print")),
        Fields.text(json, "token"),
        comments.get(),
        json.path("settled").asBoolean(false));
  }

  /**
   * This cursor for a token. One that was renewed has no use for the ETag; then the list is asked
   * for its last minutes alone, so that an hourly renewal costs no second reading of all.
   */
  PollCursor seenBy(String present) {
    return etag.isEmpty() || token.equals(present)
        ? this
        : new PollCursor(narrow, "", narrowPrint, narrow, narrowPrint, present, comments, settled);
  }

  /** This cursor as text. */
  Cursor write(Instant from) {
    return new Cursor(
        Json.write(
            Json.object()
                .put("since", since.toString())
                .put("etag", etag)
                .put("print", print)
                .put("narrow", narrow.toString())
                .put("narrowPrint", narrowPrint)
                .put("token", token)
                .put("comments", comments.toString())
                .put("settled", settled)),
        from);
  }
}
