package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;

/** What a site answered, whatever its status, read to the end. */
public final class Reply {
  private static final int WORDS = 300;

  private final HttpCall call;
  private final String url;
  private final int status;
  private final Headers headers;
  private final byte[] body;

  Reply(HttpCall call, String url, int status, Headers headers, byte[] body) {
    this.call = requireNonNull(call, "call is null");
    this.url = requireNonNull(url, "url is null");
    this.status = status;
    this.headers = requireNonNull(headers, "headers is null");
    this.body = requireNonNull(body, "body is null");
  }

  /** The request that this answers, as it was made. */
  public HttpCall call() {
    return call;
  }

  /** The address that answered at last: another than the one asked where a read was redirected. */
  public String url() {
    return url;
  }

  public int status() {
    return status;
  }

  /** True for 200 to 299. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** True for the redirections that carry an address: 301, 302, 303, 307 and 308. */
  public boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The first header of a name, in whatever case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws TrackerException where it cannot be read: of kind {@link FailureKind#UNKNOWN_OUTCOME}
   *     for a write, which was applied or not, and of kind {@link FailureKind#BROKEN} for a read
   */
  public JsonNode json() {
    return Json.parse(body)
        .orElseThrow(() -> unreadable("a reply of status " + status + " that is not JSON"));
  }

  /** The failure of a reply that says something else than its description allows. */
  public TrackerException unreadable(String words) {
    return new TrackerException(
        call.write() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.BROKEN, call.operation(), words);
  }

  /** The beginning of the body on one line, for a message to people. */
  public String words() {
    String line = text().replaceAll("<[^>]*>", " ").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= WORDS ? line : line.substring(0, WORDS) + " …";
  }
}
