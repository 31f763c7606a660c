package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.channel.MailPost;
import io.followthrough.daemon.cli.Program;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest by e-mail: one letter a person and week, and none where there is nothing. */
final class DigestTest {
  private static final String ALICES = "Rotate the signing keys of the gateway";
  private static final String BOBS = "Drill the restore of the orders database";

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final MailPost post = MailPost.open();
  private final Installation place;

  DigestTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @BeforeEach
  void twoPeopleWithAnItemEach() throws IOException {
    place.configure(
        """
        channels:
          - { name: mail, type: email, smtp: "smtp://localhost:%d", from: followthrough@acme.example }
        """
            .formatted(post.port()));
    place.replace("github: alice-m,", "github: alice-m, email: alice@acme.example,");
    place.replace("name: Bob Stone,", "name: Bob Stone, email: bob@acme.example,");
    place.write(
        "a.md",
        """
        ---
        id: INC-1
        date: 2026-11-02
        ---
        # The outage of the gateway

        ## Action items

        - [ ] %s. Owner: Alice Martin, due 2026-11-20
        - [ ] %s. Owner: Bob Stone, due 2026-11-25
        - [ ] Improve monitoring. Owner: Bob Stone, due 2026-12-20
        """
            .formatted(ALICES, BOBS));
    place.run("confirm", "--yes");
  }

  @AfterEach
  void end() {
    post.close();
    place.close();
  }

  @Test
  void eachPersonGetsOneLetterAWeek() throws Exception {
    Program.Result first = place.run("sync");
    assertEquals(0, first.exitCode(), first::err);
    assertEquals(
        List.of("bob@acme.example: Your action items this week: 1 held back"),
        letters(),
        "the week of the first run");

    // Monday the 23rd, before work and at work.
    clock.pass(Duration.ofDays(12).plusHours(20));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, letters().size());
    clock.pass(Duration.ofHours(4));
    Program.Result plan = place.run("plan");
    assertTrue(
        plan.out().contains("digest  mail: Your action items this week: 1 overdue -> Alice Martin"),
        plan::out);
    assertEquals(1, letters().size(), "a plan sends nothing");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(
        List.of(
            "alice@acme.example: Your action items this week: 1 overdue",
            "bob@acme.example: Your action items this week: 1 due soon, 1 held back"),
        letters().subList(1, 3));
    String text = String.valueOf(post.taken().get(1).letter().getContent());
    for (String words : List.of(ALICES, "was due on 20 November 2026, 3 days ago", "INC-1")) {
      assertTrue(text.contains(words), text);
    }

    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(2));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(3, letters().size(), "nothing more in this week");

    // A downtime until the Wednesday after the next week.
    clock.pass(Duration.ofDays(14));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(5, letters().size(), "one each, not one for every week");
  }

  @Test
  void aMailServerThatIsDownIsNamedAndTheLetterComesLater() throws Exception {
    clock.pass(Duration.ofDays(13));
    place.replace("localhost:" + post.port(), "localhost:1");
    Program.Result down = place.run("sync");
    assertEquals(1, down.exitCode());
    assertTrue(down.err().contains("no session with localhost:1"), down::err);
    place.replace("localhost:1", "localhost:" + post.port());
    clock.pass(Duration.ofHours(1));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(2, letters().size());
  }

  @Test
  void whomTheTrackerCannotNotifyIsToldByMailOfTheirStep() throws Exception {
    place.replace(
        "name: Victor Prime, github: victor-p", "name: Victor Prime, email: v@acme.example");
    place.replace(
        "channels:",
        "follow-up: { digest: off, overdue: [{ after: 0d, notify: [owner, manager] }] }\nchannels:");
    assertEquals(0, place.run("sync").exitCode());
    clock.pass(Duration.ofDays(13));
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(0, place.run("sync").exitCode());

    assertEquals(List.of("v@acme.example: acme/backend#1: " + ALICES), letters());
    String text = String.valueOf(post.taken().get(0).letter().getContent());
    assertTrue(text.contains("this was due on 20 November 2026"), text);
    assertTrue(text.contains("https://") || text.contains("http://127.0.0.1"), text);
  }

  @Test
  void aCheckSignsInAndSendsNothing() throws Exception {
    Program.Result check = place.run("check");
    assertTrue(check.out().contains("channel mail, localhost:"), check::out);
    assertTrue(check.out().contains("Carol Diaz in mail: has no address there"), check::out);
    assertEquals(List.of(), letters());
  }

  private List<String> letters() throws MessagingException {
    return post.taken().stream()
        .map(
            taken -> {
              try {
                return taken.to().get(0) + ": " + taken.letter().getSubject();
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }
}
