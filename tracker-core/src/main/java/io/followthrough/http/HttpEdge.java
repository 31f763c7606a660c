package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The only door to one site. A request is sent once: no write is ever repeated or redirected, and a
 * read follows redirects only within the site's origin or to hosts that the settings name, which
 * get no secret. Replies of every status are given back; what never became a whole reply is a
 * {@link TrackerException}: {@link FailureKind#UNAVAILABLE} for reads and for writes of which
 * nothing left this machine, {@link FailureKind#UNKNOWN_OUTCOME} for every other write. Secrets
 * stand in no message, address or log. Safe for several threads.
 */
public final class HttpEdge implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int MOST_REDIRECTS = 5;

  private final Site site;
  private final HttpSettings settings;
  private final Map<String, Supplier<String>> secretHeaders;
  private final OkHttpClient client;

  /**
   * Opens the door without any call.
   *
   * @param baseUrl https, or plain http to a loopback address
   * @param secretHeaders such as {@code Authorization}; read anew at each call, sent to this site
   *     alone
   * @throws IllegalArgumentException where a setting is wrong
   */
  public HttpEdge(
      String baseUrl, HttpSettings settings, Map<String, Supplier<String>> secretHeaders) {
    this.site = Site.at(baseUrl);
    this.settings = requireNonNull(settings, "settings is null");
    this.secretHeaders = Map.copyOf(secretHeaders);
    this.client = client(site, settings);
  }

  /**
   * Sends a request once and reads the reply to its end.
   *
   * @throws TrackerException where there is no whole reply
   */
  public Reply exchange(HttpCall call) {
    Map<String, String> secrets = secrets(call);
    HttpUrl url = site.resolve(call);
    for (int hop = 0; ; hop++) {
      Reply reply = send(call, url, secrets);
      Optional<HttpUrl> next =
          call.method().equals("GET") ? redirect(reply, url) : Optional.empty();
      if (next.isEmpty() || hop == MOST_REDIRECTS) {
        return reply;
      }
      url = next.get();
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private Optional<HttpUrl> redirect(Reply reply, HttpUrl from) {
    return reply.isRedirect()
        ? Site.target(from, reply.header("Location"))
            .filter(
                to ->
                    site.owns(to) || (to.isHttps() && settings.redirectHosts().contains(to.host())))
        : Optional.empty();
  }

  private Reply send(HttpCall call, HttpUrl url, Map<String, String> secrets) {
    Departure departure = new Departure();
    Request request = request(call, url, secrets, departure);
    try (Response response = client.newCall(request).execute()) {
      byte[] body = bounded(call, response);
      return new Reply(
          call,
          url.toString(),
          response.code(),
          response.headers(),
          response.isSuccessful() ? body : redacted(body, secrets));
    } catch (IOException e) {
      FailureKind kind =
          call.write() && departure.departed()
              ? FailureKind.UNKNOWN_OUTCOME
              : FailureKind.UNAVAILABLE;
      throw new TrackerException(kind, call.operation(), BrokenLine.words(e, url), e);
    }
  }

  private byte[] bounded(HttpCall call, Response response) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(Math.toIntExact(settings.bodyLimit() + 1));
      if (body.length > settings.bodyLimit()) {
        throw new TrackerException(
            call.write() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.BROKEN,
            call.operation(),
            "a reply of more than " + settings.bodyLimit() + " bytes");
      }
      return body;
    }
  }

  private Request request(
      HttpCall call, HttpUrl url, Map<String, String> secrets, Departure departure) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .method(call.method(), body(call).orElse(null))
            .tag(Departure.class, departure)
            .header("User-Agent", "followthrough");
    call.headers().forEach(request::header);
    if (site.owns(url)) {
      secrets.forEach(request::header);
    }
    return request.build();
  }

  private static Optional<RequestBody> body(HttpCall call) {
    if (call.method().equals("GET")) {
      return Optional.empty();
    }
    Optional<JsonNode> json = call.body();
    return Optional.of(
        json.isPresent()
            ? new OneShotBody(Json.write(json.get()).getBytes(StandardCharsets.UTF_8), JSON)
            : new OneShotBody(new byte[0], null));
  }

  private Map<String, String> secrets(HttpCall call) {
    Map<String, String> values = new HashMap<>();
    secretHeaders.forEach(
        (name, supplier) -> {
          String value = supplier.get().strip();
          if (!value.chars().allMatch(sign -> sign >= ' ' && sign <= '~')) {
            throw new TrackerException(
                FailureKind.DENIED, call.operation(), "the secret holds signs that no secret has");
          }
          values.put(name, value);
        });
    return values;
  }

  private static byte[] redacted(byte[] body, Map<String, String> secrets) {
    return Redaction.of(new String(body, StandardCharsets.UTF_8), secrets.values())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static OkHttpClient client(Site site, HttpSettings settings) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(settings.connect())
            .readTimeout(settings.read())
            .writeTimeout(settings.read())
            .callTimeout(settings.call())
            // Shorter than any server keeps one, so that few writes meet a connection that has
            // gone.
            .connectionPool(new ConnectionPool(4, 20, TimeUnit.SECONDS))
            .eventListenerFactory(HttpEdge::listener);
    settings.proxyTo(site.base().host()).ifPresent(builder::proxy);
    settings
        .caFile()
        .map(TrustedRoots::beside)
        .ifPresent(roots -> builder.sslSocketFactory(roots.sockets(), roots.manager()));
    return builder.build();
  }

  private static EventListener listener(Call call) {
    Departure departure = call.request().tag(Departure.class);
    return departure == null ? EventListener.NONE : departure;
  }
}
