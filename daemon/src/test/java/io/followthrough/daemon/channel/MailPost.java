package io.followthrough.daemon.channel;

import io.followthrough.daemon.channel.ChannelContract.Behaviour;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that behaves as a test wants, and keeps what it takes. */
public final class MailPost implements AutoCloseable {
  /** The one user that it knows. */
  public static final String USER = "bot";

  private final SMTPServer server;
  private final List<Taken> taken = new ArrayList<>();
  private volatile Behaviour behaviour = Behaviour.WELL;

  /** A letter and the addresses that it was handed in for. */
  public record Taken(List<String> to, MimeMessage letter) {}

  private MailPost(Optional<SSLContext> tls, Optional<String> password) {
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .insertReceivedHeaders(false)
            .messageHandlerFactory(Handler::new);
    tls.ifPresent(context -> builder.enableTLS().requireTLS().startTlsSocketFactory(context));
    password.ifPresent(
        word ->
            builder
                .requireAuth()
                .authenticationHandlerFactory(
                    new EasyAuthenticationHandlerFactory(
                        (user, given, context) -> login(user, given, word))));
    this.server = builder.build();
    server.start();
  }

  /** A server that asks for nothing. */
  public static MailPost open() {
    return new MailPost(Optional.empty(), Optional.empty());
  }

  /** A server that wants STARTTLS and a password. */
  static MailPost guarded(SSLContext tls, String password) {
    return new MailPost(Optional.of(tls), Optional.of(password));
  }

  private void login(String user, String given, String word) throws LoginFailedException {
    if (behaviour == Behaviour.KNOWS_US_NOT || !user.equals(USER) || !given.equals(word)) {
      throw new LoginFailedException();
    }
  }

  void behaves(Behaviour next) {
    behaviour = next;
    if (next == Behaviour.IS_DOWN) {
      server.stop();
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPortAllocated();
  }

  /** What it took, in order. */
  public synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  private synchronized void take(List<String> to, InputStream data) throws IOException {
    try {
      taken.add(
          new Taken(List.copyOf(to), new MimeMessage(Session.getInstance(new Properties()), data)));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Handler implements MessageHandler {
    private final MessageContext context;
    private final List<String> to = new ArrayList<>();

    Handler(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String from) throws RejectException {
      if (behaviour == Behaviour.IS_BUSY) {
        throw new RejectException(421, "4.3.2 too many letters, come back later");
      }
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (behaviour == Behaviour.REFUSES) {
        throw new RejectException(550, "5.1.1 nobody of that name");
      }
      to.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
      take(to, data);
      if (behaviour == Behaviour.LOSES_THE_ANSWER) {
        ((org.subethamail.smtp.server.Session) context).closeSocket();
      }
      return "taken";
    }

    @Override
    public void done() {}
  }
}
