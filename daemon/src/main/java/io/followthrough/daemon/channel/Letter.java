package io.followthrough.daemon.channel;

import io.followthrough.item.Words;
import io.followthrough.notify.Message;
import io.followthrough.tracker.OneLine;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A message as an e-mail of plain text. Its Message-ID follows from the message's key, so that a
 * second one would be known as the same. It notes when its text begins to leave.
 */
final class Letter extends MimeMessage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
  private static final Pattern ID = Pattern.compile("<[!-;=?-~]+@[!-;=?-~]+>");
  private static final int SUBJECT = 200;
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private final String id;
  private boolean departed;

  private Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  static Letter of(
      Session session, Message message, String from, String to, String thread, Instant now)
      throws MessagingException, IOException {
    String host = from.substring(from.lastIndexOf('@') + 1);
    String id = "<followthrough." + Words.fingerprint(message.key()) + "@" + host + ">";
    Letter letter = new Letter(session, id);
    letter.setFrom(new InternetAddress(from, "Followthrough", CHARSET));
    InternetAddress address = new InternetAddress(to, true);
    address.setPersonal(OneLine.of(message.to().name()), CHARSET);
    letter.setRecipient(RecipientType.TO, address);
    letter.setSubject(OneLine.of(message.title(), SUBJECT), CHARSET);
    letter.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (ID.matcher(thread).matches()) {
      letter.setHeader("In-Reply-To", thread);
      letter.setHeader("References", thread);
    }
    letter.setText(PlainProse.render(message.body()) + "\n", CHARSET);
    letter.setHeader("Content-Transfer-Encoding", "quoted-printable");
    letter.saveChanges();
    return letter;
  }

  String id() {
    return id;
  }

  /** True where the server may have the whole of it. */
  boolean departed() {
    return departed;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  @Override
  public void writeTo(OutputStream out, String[] withoutHeaders)
      throws IOException, MessagingException {
    departed = true;
    super.writeTo(out, withoutHeaders);
  }
}
