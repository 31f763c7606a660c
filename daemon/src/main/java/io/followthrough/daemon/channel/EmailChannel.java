package io.followthrough.daemon.channel;

import static java.util.Objects.requireNonNull;

import io.followthrough.notify.Channel;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * E-mail of plain text, handed to one mail server over TLS. A session for each message. Safe for
 * several threads.
 */
public final class EmailChannel implements Channel {
  private final MailServer server;
  private final ChannelSettings settings;
  private final Session session;

  /**
   * A channel, without any call.
   *
   * @throws IllegalArgumentException where the certificates that the settings name cannot be read
   */
  public EmailChannel(MailServer server, ChannelSettings settings) {
    this.server = requireNonNull(server, "server is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.session = Session.getInstance(server.properties());
  }

  @Override
  public String name() {
    return settings.name();
  }

  /** A mail server takes the same letter twice. */
  @Override
  public boolean knowsKeys() {
    return false;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return address(recipient).isPresent();
  }

  private static Optional<String> address(Recipient recipient) {
    return recipient.room()
        ? Optional.of(recipient.name()).filter(name -> name.contains("@"))
        : recipient.email();
  }

  @Override
  public String send(Message message, String thread) {
    Instant now = settings.clock().instant();
    Letter letter = letter(message, thread, now);
    boolean taken = false;
    try (Transport transport = connect()) {
      transport.sendMessage(letter, letter.getAllRecipients());
      taken = true;
    } catch (MessagingException e) {
      if (!taken) {
        throw MailFailure.sending(e, letter, now);
      }
    }
    return thread.isEmpty() ? letter.id() : thread;
  }

  private Letter letter(Message message, String thread, Instant now) {
    String name = message.to().name();
    String to =
        address(message.to())
            .orElseThrow(() -> rejected(name + " has no e-mail address: add `email: …`"));
    try {
      return Letter.of(session, message, server.from(), to, thread, now);
    } catch (AddressException e) {
      throw rejected("the e-mail address of " + name + " or `from` is none");
    } catch (MessagingException | IOException e) {
      throw new TrackerException(
          FailureKind.BROKEN, MailFailure.OPERATION, String.valueOf(e.getMessage()), e);
    }
  }

  private static TrackerException rejected(String words) {
    return new TrackerException(FailureKind.REJECTED, MailFailure.OPERATION, words);
  }

  private Transport connect() {
    try {
      Transport transport = session.getTransport(server.protocol());
      transport.connect(
          server.host(),
          server.port(),
          server.user().orElse(null),
          settings.secret().map(secret -> secret.get()).orElse(null));
      return transport;
    } catch (MessagingException e) {
      throw MailFailure.connecting(e, server);
    }
  }

  /** Says hello, starts TLS and signs in; hands nothing in. */
  @Override
  public List<CheckFinding> check() {
    try (Transport transport = connect()) {
      String who = server.user().map(user -> ", signed in as " + user).orElse("");
      boolean taken = transport.isConnected();
      return List.of(
          new CheckFinding(
              taken ? Level.OK : Level.PROBLEM,
              server.place(),
              taken ? "takes mail" + who : "hung up"));
    } catch (MessagingException e) {
      throw MailFailure.connecting(e, server);
    }
  }

  @Override
  public void close() {}
}
