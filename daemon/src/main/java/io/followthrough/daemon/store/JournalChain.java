package io.followthrough.daemon.store;

import io.followthrough.ledger.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Seals the journal: each row carries the hash of its body, and a seal made of that hash, its keys
 * and the seal of the row before. A row that is changed, put in, taken out or moved breaks it.
 *
 * <p>Two acts leave it whole, and stand in it themselves. A cut forgets the oldest rows; the seal
 * of the last of them stands in the cut. A rewriting changes bodies, as to take a name out; the
 * hashes of the new ones stand in it. Whoever can write the whole store could seal it anew: who has
 * to rule that out keeps the newest seal elsewhere.
 */
final class JournalChain {
  private static final String HEAD = "journal/head";
  private static final String CUT = "journal/cut";
  private static final String CUT_KIND = "journal-cut";
  private static final String REWRITTEN_KIND = "journal-rewritten";
  private static final int PAGE = 2_000;
  private static final int DECLARED = 200;

  private final JdbcTransaction transaction;
  private final JdbcSettings settings;

  JournalChain(JdbcTransaction transaction) {
    this.transaction = transaction;
    this.settings = new JdbcSettings(transaction);
  }

  private record Row(
      long sequence, long at, @Nullable String item, String body, String content, String seal) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(1),
          row.getLong(2),
          row.getString(3),
          row.getString(4),
          Optional.ofNullable(row.getString(5)).orElse(""),
          Optional.ofNullable(row.getString(6)).orElse(""));
    }

    boolean isSealedAfter(String before) {
      return seal.equals(JournalChain.seal(before, at, item, content));
    }
  }

  String head() {
    return settings.get(HEAD).orElse("");
  }

  void append(long at, @Nullable String item, String body) {
    String content = hash(body);
    String seal = seal(head(), at, item, content);
    int added =
        transaction.change(
            "insert into journal (at, item, body, content, seal) values (?, ?, ?, ?, ?)",
            at,
            item,
            body,
            content,
            seal);
    assert added == 1;
    settings.put(HEAD, seal);
  }

  /** Forgets the rows before the first one that is not older. */
  int cut(long before, Instant instant, JdbcJournal journal) {
    Optional<Long> kept =
        transaction.first(
            "select sequence from journal where at >= ? order by sequence limit 1",
            row -> row.getLong(1),
            before);
    long end = kept.orElse(Long.MAX_VALUE);
    Optional<String> last =
        transaction.first(
            "select seal from journal where sequence < ? order by sequence desc limit 1",
            row -> Optional.ofNullable(row.getString(1)).orElse(""),
            end);
    if (last.isEmpty()) {
      return 0;
    }
    int forgotten = transaction.change("delete from journal where sequence < ?", end);
    settings.put(CUT, last.get());
    String words = forgotten + " entries before " + instant + " were forgotten";
    journal.append(declared(instant, JournalEntry.US, CUT_KIND, words, List.of(last.get())));
    return forgotten;
  }

  int rewrite(UnaryOperator<JournalEntry> change, Instant now, String actor, JdbcJournal journal) {
    List<String> declared = new ArrayList<>();
    long last = 0;
    List<Row> page = page(last);
    while (!page.isEmpty()) {
      for (Row row : page) {
        JournalEntry entry = Bodies.read(row.body(), JournalEntry.class);
        JournalEntry changed = change.apply(entry);
        boolean ours = entry.kind().equals(CUT_KIND) || entry.kind().equals(REWRITTEN_KIND);
        if (!ours && !changed.equals(entry)) {
          String body = Bodies.write(changed);
          int done =
              transaction.change(
                  "update journal set body = ? where sequence = ?", body, row.sequence());
          assert done == 1;
          declared.add(row.sequence() + ":" + hash(body));
        }
      }
      last = page.get(page.size() - 1).sequence();
      page = page(last);
    }
    for (int i = 0; i < declared.size(); i += DECLARED) {
      List<String> some = declared.subList(i, Math.min(declared.size(), i + DECLARED));
      String words = some.size() + " entries were rewritten";
      journal.append(declared(now, actor, REWRITTEN_KIND, words, some));
    }
    return declared.size();
  }

  private static JournalEntry declared(
      Instant at, String actor, String kind, String words, List<String> evidence) {
    return new JournalEntry(at, actor, Optional.empty(), kind, words, "", evidence, "");
  }

  /** What is wrong with it; the first thing only. */
  Optional<String> damage() {
    String cut = settings.get(CUT).orElse("");
    String before = cut;
    boolean declaredCut = cut.isEmpty();
    boolean sealed = !cut.isEmpty();
    Map<Long, String> changed = new HashMap<>();
    Set<String> rewritten = new HashSet<>();
    List<Row> page = page(0);
    while (!page.isEmpty()) {
      for (Row row : page) {
        if (row.seal().isEmpty() && !sealed) {
          continue;
        }
        sealed = true;
        if (!row.isSealedAfter(before)) {
          return Optional.of("the entry " + row.sequence() + " does not follow the one before it");
        }
        String content = hash(row.body());
        if (!content.equals(row.content())) {
          changed.put(row.sequence(), content);
        } else if (row.body().contains(CUT_KIND) || row.body().contains(REWRITTEN_KIND)) {
          JournalEntry entry = Bodies.read(row.body(), JournalEntry.class);
          declaredCut |= entry.kind().equals(CUT_KIND) && entry.evidence().contains(cut);
          if (entry.kind().equals(REWRITTEN_KIND)) {
            rewritten.addAll(entry.evidence());
          }
        }
        before = row.seal();
      }
      page = page(page.get(page.size() - 1).sequence());
    }
    Optional<String> ending = end(before, declaredCut);
    return changed.entrySet().stream()
        .filter(each -> !rewritten.contains(each.getKey() + ":" + each.getValue()))
        .map(each -> "the entry " + each.getKey() + " was changed")
        .sorted()
        .findFirst()
        .or(() -> ending);
  }

  private Optional<String> end(String last, boolean declaredCut) {
    if (!declaredCut) {
      return Optional.of("its oldest entries are missing");
    }
    return last.equals(head()) ? Optional.empty() : Optional.of("its newest entries are missing");
  }

  private List<Row> page(long after) {
    return transaction.list(
        "select sequence, at, item, body, content, seal from journal where sequence > ?"
            + " order by sequence limit ?",
        Row::of,
        after,
        PAGE);
  }

  private static String seal(String before, long at, @Nullable String item, String content) {
    return hash(before + "\n" + at + "\n" + (item == null ? "" : item) + "\n" + content);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
