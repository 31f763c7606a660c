package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.PersonConfig;
import io.followthrough.item.Words;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the journal: checked at start, under a named configuration, and no longer than it may. */
public final class Archive {
  /** The kind of entry from which on a configuration holds. */
  public static final String CONFIGURED = "configured";

  private static final String DIGEST = "journal/configuration";
  private static final String RETAINED = "journal/retained";
  private static final Duration BETWEEN = Duration.ofDays(1);

  private Archive() {}

  /**
   * Checks the journal, and notes under which configuration it goes on.
   *
   * @throws LedgerException where another hand than this program's wrote it
   */
  static void begin(Ledger ledger, Configuration configuration, Instant now) {
    check(ledger);
    String digest = digest(configuration);
    ledger.run(
        books -> {
          if (!books.settings().get(DIGEST).equals(Optional.of(digest))) {
            books.settings().put(DIGEST, digest);
            books
                .journal()
                .append(
                    new JournalEntry(
                        now,
                        Houses.person(),
                        Optional.empty(),
                        CONFIGURED,
                        "the configuration is " + digest + " from now on",
                        digest));
          }
        });
  }

  /**
   * Checks the journal.
   *
   * @throws LedgerException where another hand than this program's wrote it
   */
  public static void check(Ledger ledger) {
    Optional<String> damage = ledger.read(books -> books.journal().damage());
    if (damage.isPresent()) {
      throw new LedgerException(LedgerException.Kind.DAMAGED, words(damage.get()), null);
    }
  }

  private static String words(String damage) {
    return "the journal was changed by another hand than this program's: "
        + damage
        + ". Stop, keep a copy of the store as it is, and go back to a backup from before that"
        + " (`followthrough restore FILE`); or name another store in `store.url` and rebuild it"
        + " from the trackers (`followthrough recover`)";
  }

  private static String digest(Configuration configuration) {
    return Words.fingerprint(configuration.toString());
  }

  /** Forgets, once a day, what is older than it may be. */
  static void retain(Ledger ledger, Configuration configuration, Instant now) {
    Instant before =
        configuration.retention().journal().before(now, configuration.followUp().timeZone());
    ledger.run(
        books -> {
          boolean isDue =
              books
                  .settings()
                  .get(RETAINED)
                  .map(Instant::parse)
                  .filter(last -> now.isBefore(last.plus(BETWEEN)))
                  .isEmpty();
          if (isDue) {
            int forgotten = books.journal().forgetBefore(before);
            assert forgotten >= 0;
            books.settings().put(RETAINED, now.toString());
          }
        });
  }

  /**
   * Takes a person's names out of the journal: name, aliases, e-mail and accounts become a
   * pseudonym. What is journaled later has them again, as long as the configuration does.
   *
   * @return how many entries were rewritten
   */
  public static int pseudonymise(
      Configuration configuration, Ledger ledger, String written, Instant now) {
    List<String> names = names(configuration, written);
    String pseudonym = "person-" + Words.fingerprint(configuration.installation(), names.get(0));
    Pattern any =
        Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])(?:"
                + String.join("|", names.stream().map(Pattern::quote).toList())
                + ")(?![\\p{L}\\p{N}])");
    return ledger.write(
        books ->
            books.journal().rewrite(entry -> without(entry, any, pseudonym), now, Houses.person()));
  }

  private static JournalEntry without(JournalEntry entry, Pattern names, String pseudonym) {
    String instead = Matcher.quoteReplacement(pseudonym);
    return new JournalEntry(
        entry.at(),
        names.matcher(entry.actor()).replaceAll(instead),
        entry.item(),
        entry.kind(),
        names.matcher(entry.words()).replaceAll(instead),
        entry.rule(),
        entry.evidence(),
        entry.state());
  }

  /** All names of a person, the longest first; what nobody is called is one by itself. */
  private static List<String> names(Configuration configuration, String written) {
    List<String> names = new ArrayList<>(List.of(written.strip()));
    for (PersonConfig person : configuration.people()) {
      List<String> all = new ArrayList<>(List.of(person.name()));
      all.addAll(person.aliases());
      person.email().ifPresent(all::add);
      person.github().ifPresent(all::add);
      person.jira().ifPresent(all::add);
      person.linear().ifPresent(all::add);
      all.addAll(person.accounts().values());
      if (all.stream().anyMatch(written.strip()::equalsIgnoreCase)) {
        names.addAll(all);
      }
    }
    names.sort(Comparator.comparingInt(String::length).reversed());
    return names;
  }
}
