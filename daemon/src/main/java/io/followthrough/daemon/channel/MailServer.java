package io.followthrough.daemon.channel;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.TrustedRoots;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Where mail is handed in.
 *
 * @param secure whether the connection begins with TLS ({@code smtps}); else STARTTLS is asked for
 * @param open whether the server may do without TLS, which none but a loopback address may
 * @param user absent where the server asks for none
 * @param from the sender's address
 * @param caFile certificate authorities that are trusted beside the platform's
 */
public record MailServer(
    String host,
    int port,
    boolean secure,
    boolean open,
    Optional<String> user,
    String from,
    Optional<Path> caFile) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  public MailServer {
    requireNonNull(host, "host is null");
    requireNonNull(user, "user is null");
    requireNonNull(from, "from is null");
    requireNonNull(caFile, "caFile is null");
  }

  /**
   * The server at an address.
   *
   * @param url {@code smtp://HOST[:PORT]} or {@code smtps://HOST[:PORT]}
   * @param loopback whether that is this machine
   */
  public static MailServer at(
      URI url, boolean loopback, Optional<String> user, String from, Optional<Path> caFile) {
    boolean secure = url.getScheme().equals("smtps");
    int port = url.getPort() >= 0 ? url.getPort() : secure ? SUBMISSIONS : SUBMISSION;
    return new MailServer(url.getHost(), port, secure, loopback, user, from, caFile);
  }

  String protocol() {
    return secure ? "smtps" : "smtp";
  }

  String place() {
    return host + ":" + port;
  }

  /** What the mail library is told. */
  Properties properties() {
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol());
    properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
    properties.setProperty(prefix + "timeout", Long.toString(ANSWER.toMillis()));
    properties.setProperty(prefix + "writetimeout", Long.toString(ANSWER.toMillis()));
    properties.setProperty(prefix + "auth", Boolean.toString(user.isPresent()));
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "starttls.required", Boolean.toString(!secure && !open));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    // What the server says after it has taken the message changes nothing.
    properties.setProperty(prefix + "quitwait", "false");
    caFile.ifPresent(
        file -> properties.put(prefix + "ssl.socketFactory", TrustedRoots.beside(file).sockets()));
    return properties;
  }
}
