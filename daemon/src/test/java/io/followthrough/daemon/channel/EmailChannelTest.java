package io.followthrough.daemon.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.channel.MailPost.Taken;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.TrackerException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail, against a mail server that wants STARTTLS and a password. */
final class EmailChannelTest extends ChannelContract {
  private static SelfSigned certificate;

  private MailPost post;

  @BeforeAll
  static void certificate(@TempDir Path folder) throws IOException, InterruptedException {
    certificate = new SelfSigned(folder);
  }

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    post = MailPost.guarded(certificate.context(), SECRET);
  }

  @AfterEach
  void end() {
    post.close();
  }

  @Override
  Channel channel(ChannelSettings settings) {
    return new EmailChannel(server(Optional.of(certificate.certificate()), true), settings);
  }

  private MailServer server(Optional<Path> caFile, boolean open) {
    URI url = URI.create("smtp://localhost:" + post.port());
    return MailServer.at(
        url, open, Optional.of(MailPost.USER), "followthrough@acme.example", caFile);
  }

  @Override
  void behaves(Behaviour behaviour) {
    post.behaves(behaviour);
  }

  @Override
  List<Arrived> arrived() {
    return post.taken().stream().map(EmailChannelTest::arrived).toList();
  }

  private static Arrived arrived(Taken taken) {
    try {
      return new Arrived(
          taken.letter().getMessageID(),
          taken.letter().getSubject(),
          String.valueOf(taken.letter().getContent()));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void checkHarmless() {
    Taken only = post.taken().get(0);
    assertEquals(List.of("alice@acme.example"), only.to());
    try {
      assertNull(only.letter().getHeader("Bcc"));
      assertEquals(1, only.letter().getAllRecipients().length);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLetterSaysWhoItIsFromAndThatNobodyWroteIt() throws MessagingException {
    try (Channel channel = channel(settings())) {
      String first = channel.send(message("one", Prose.empty()), "");
      assertTrue(first.matches("<followthrough\\.[0-9a-f]{20}@acme\\.example>"), first);
      assertEquals(first, channel.send(message("two", Prose.empty()), first));
    }
    Taken one = post.taken().get(0);
    assertEquals(
        "Followthrough <followthrough@acme.example>", one.letter().getFrom()[0].toString());
    assertEquals(
        "Alice Martin <alice@acme.example>", one.letter().getAllRecipients()[0].toString());
    assertEquals("auto-generated", one.letter().getHeader("Auto-Submitted", ","));
    assertEquals("Mon, 23 Nov 2026 09:00:00 +0000", one.letter().getHeader("Date", ","));
    assertEquals(
        one.letter().getMessageID(), post.taken().get(1).letter().getHeader("In-Reply-To", ","));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotBelieved() {
    try (Channel channel = new EmailChannel(server(Optional.empty(), true), settings())) {
      TrackerException failure = assertThrows(TrackerException.class, channel::check);
      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      assertTrue(failure.words().contains("http.ca-file"), failure::toString);
    }
  }

  @Test
  void nothingIsSentInTheClearToAnotherMachine() {
    post.close();
    post = MailPost.open();
    try (Channel channel = new EmailChannel(server(Optional.empty(), false), settings())) {
      TrackerException failure =
          assertThrows(
              TrackerException.class, () -> channel.send(message("one", Prose.empty()), ""));
      assertEquals(FailureKind.DENIED, failure.kind());
      assertTrue(failure.words().contains("smtps://"), failure::toString);
    }
    assertEquals(List.of(), post.taken());
  }

  @Test
  void whoHasNoAddressIsNotReached() {
    try (Channel channel = channel(settings())) {
      assertFalse(
          channel.reaches(new Recipient("Bob", Optional.empty(), Optional.of("U1"), false)));
    }
  }
}
