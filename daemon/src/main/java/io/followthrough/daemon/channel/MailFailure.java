package io.followthrough.daemon.channel;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.TrackerException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server's refusal means, by the reply codes of RFC 5321: those beginning with 4 pass,
 * those with 5 stay. A refusal is certain at every point of the talk; silence is not, once the text
 * has begun to leave.
 */
final class MailFailure {
  static final String OPERATION = "send an e-mail";

  private static final Duration BUSY = Duration.ofMinutes(5);
  private static final int WORDS = 300;
  private static final int CLOSING = 421;

  private MailFailure() {}

  /** Why no connection came about: nothing was said yet. */
  static TrackerException connecting(MessagingException e, MailServer server) {
    String words = words(e);
    if (e instanceof AuthenticationFailedException) {
      boolean passing = words.startsWith("4");
      return new TrackerException(
          passing ? FailureKind.UNAVAILABLE : FailureKind.DENIED,
          OPERATION,
          server.place() + " does not take the user and password: " + words,
          e);
    }
    if (words.contains("STARTTLS is required")) {
      return new TrackerException(
          FailureKind.DENIED,
          OPERATION,
          server.place()
              + " offers no STARTTLS, and nothing is sent in the clear: use another port, or"
              + " smtps://",
          e);
    }
    String hint =
        causedByTls(e) ? " (a private certificate authority is named by http.ca-file)" : "";
    return new TrackerException(
        FailureKind.UNAVAILABLE,
        OPERATION,
        "no session with " + server.place() + ": " + words + hint,
        e);
  }

  /** Why a letter was not taken, or may have been. */
  static TrackerException sending(MessagingException e, Letter letter, Instant now) {
    int code = code(e);
    String words = words(deepest(e));
    if (code == CLOSING) {
      return TrackerException.throttled(OPERATION, words, now.plus(BUSY));
    }
    if (code / 100 == 4) {
      return new TrackerException(FailureKind.UNAVAILABLE, OPERATION, words, e);
    }
    if (code / 100 == 5) {
      boolean ours = e instanceof SMTPSenderFailedException || code == 530 || code == 538;
      return new TrackerException(
          ours ? FailureKind.DENIED : FailureKind.REJECTED, OPERATION, words, e);
    }
    return new TrackerException(
        letter.departed() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE,
        OPERATION,
        "the connection broke: " + words,
        e);
  }

  private static int code(MessagingException e) {
    for (@Nullable Exception each = e; each != null; each = next(each)) {
      int code =
          each instanceof SMTPAddressFailedException address
              ? address.getReturnCode()
              : each instanceof SMTPSenderFailedException sender
                  ? sender.getReturnCode()
                  : each instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
      if (code > 0) {
        return code;
      }
    }
    return -1;
  }

  private static Exception deepest(MessagingException e) {
    Exception last = e;
    for (@Nullable Exception each = e; each != null; each = next(each)) {
      last = each;
    }
    return last;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException more ? more.getNextException() : null;
  }

  private static boolean causedByTls(MessagingException e) {
    return deepest(e) instanceof SSLException;
  }

  private static String words(Exception e) {
    return OneLine.of(String.valueOf(e.getMessage()), WORDS);
  }
}
