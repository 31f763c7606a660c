package io.followthrough.daemon.channel;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.http.StatusFailure;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages posted to an address as JSON, signed with a shared key. The same message may arrive
 * twice, with the same {@code Idempotency-Key}. Safe for several threads.
 */
public final class WebhookChannel implements Channel {
  private static final String OPERATION = "post to the webhook";
  private static final int CONNECT_MILLIS = 5_000;

  private final URI url;
  private final ChannelSettings settings;
  private final HttpEdge edge;

  /**
   * A channel, without any call.
   *
   * @param url https, or plain http to a loopback address
   * @throws IllegalArgumentException where a setting is wrong
   */
  public WebhookChannel(URI url, ChannelSettings settings) {
    this.url = requireNonNull(url, "url is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.edge =
        new HttpEdge(url.getScheme() + "://" + url.getRawAuthority(), settings.http(), Map.of());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean knowsKeys() {
    return true;
  }

  /** Whoever receives a webhook is told whom it is for. */
  @Override
  public boolean reaches(Recipient recipient) {
    return true;
  }

  @Override
  public String send(Message message, String thread) {
    JsonNode body = WebhookJson.of(message, settings.installation());
    Instant now = settings.clock().instant();
    HttpCall call =
        HttpCall.write(OPERATION, "POST", path(), body).with("Idempotency-Key", message.key());
    HttpCall signed =
        settings
            .secret()
            .map(
                key ->
                    call.with(
                        WebhookSignature.HEADER,
                        WebhookSignature.of(key.get(), Json.write(body), now)))
            .orElse(call);
    Reply reply = edge.exchange(signed);
    if (!reply.isSuccess()) {
      throw failure(reply, now);
    }
    return "";
  }

  /** No message of ours can be gone: it is the address that is wrong. */
  private static TrackerException failure(Reply reply, Instant now) {
    return switch (reply.status()) {
      case 404, 405, 410 ->
          new TrackerException(
              FailureKind.DENIED,
              OPERATION,
              "status " + reply.status() + ": nothing takes messages at this address: mend `url`");
      default -> StatusFailure.of(reply, reply.words(), now);
    };
  }

  private String path() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  @Override
  public List<CheckFinding> check() {
    List<CheckFinding> findings = new ArrayList<>(List.of(reachable()));
    if (settings.secret().isEmpty()) {
      String words = "messages are not signed: set `secret`, so that the receiver knows us";
      findings.add(new CheckFinding(Level.WARNING, "signature", words));
    }
    return findings;
  }

  private CheckFinding reachable() {
    String host = url.getHost();
    Optional<Proxy> proxy =
        settings.http().proxyTo(host).filter(way -> way.type() != Proxy.Type.DIRECT);
    if (proxy.isPresent()) {
      return new CheckFinding(Level.OK, host, "is behind the proxy: not looked at");
    }
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(new InetSocketAddress(bare(host), port), CONNECT_MILLIS);
      return new CheckFinding(Level.OK, host, "takes connections at port " + port);
    } catch (IOException e) {
      String words = "no connection to port " + port + ": mend `url`, or let us through";
      return new CheckFinding(Level.PROBLEM, host, words);
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public void close() {
    edge.close();
  }
}
