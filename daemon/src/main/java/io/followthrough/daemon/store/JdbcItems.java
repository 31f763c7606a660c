package io.followthrough.daemon.store;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Similarity;
import io.followthrough.item.Stage;
import io.followthrough.item.Words;
import io.followthrough.ledger.Items;
import io.followthrough.tracker.TicketRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Items in a table. */
final class JdbcItems implements Items {
  /** A word that so many titles have tells nothing of any of them. */
  private static final int TOO_COMMON = 300;

  /** No word begins with it. */
  private static final String SAME = "=";

  private final JdbcTransaction transaction;

  JdbcItems(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(ActionItem item) {
    Optional<Filing> filing = item.filing();
    Optional<TicketRef> ref = filing.map(Filing::ref);
    boolean unfiled =
        item.stage() == Stage.ACCEPTED && filing.isEmpty() && item.removedAt().isEmpty();
    transaction.change(
        """
        insert into items (id, document_key, incident_id, title, tracker, ticket_id, ticket_key,
          ticket_url, unfiled, body)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          document_key = excluded.document_key, incident_id = excluded.incident_id,
          title = excluded.title, tracker = excluded.tracker, ticket_id = excluded.ticket_id,
          ticket_key = excluded.ticket_key, ticket_url = excluded.ticket_url,
          unfiled = excluded.unfiled, body = excluded.body
        """,
        item.id().value(),
        item.origin().documentKey(),
        item.origin().incident().key().orElse(null),
        Words.normalise(item.promise().title()),
        filing.map(Filing::tracker).orElse(null),
        ref.map(TicketRef::id).orElse(null),
        ref.map(TicketRef::key).map(JdbcItems::folded).orElse(null),
        ref.map(TicketRef::url).map(JdbcItems::folded).orElse(null),
        unfiled ? 1 : 0,
        Bodies.write(item));
    keepKeys(item);
  }

  /** By which items with titles that are near are found. */
  private void keepKeys(ActionItem item) {
    String id = item.id().value();
    List<String> keys = item.isCompared() ? keys(Similarity.of(item.promise().title())) : List.of();
    List<String> held =
        transaction.list(
            "select word from title_words where item = ? order by word",
            row -> transaction.text(row.getString(1)),
            id);
    if (!held.equals(keys)) {
      transaction.change("delete from title_words where item = ?", id);
      keys.forEach(
          word ->
              transaction.change("insert into title_words (word, item) values (?, ?)", word, id));
    }
  }

  private static List<String> keys(Similarity title) {
    List<String> keys = new ArrayList<>(title.keys());
    keys.add(SAME + title.print());
    return keys.stream().sorted().toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<ActionItem> find(ItemId id) {
    return transaction.body(ActionItem.class, "select body from items where id = ?", id.value());
  }

  @Override
  public Optional<ActionItem> filedAs(String tracker, String ticketId) {
    return transaction.body(
        ActionItem.class,
        "select body from items where tracker = ? and ticket_id = ? order by id limit 1",
        tracker,
        ticketId);
  }

  @Override
  public List<ActionItem> ofDocument(String documentKey) {
    return transaction.bodies(
        ActionItem.class, "select body from items where document_key = ? order by id", documentKey);
  }

  @Override
  public List<ActionItem> ofIncident(String incidentKey) {
    return transaction.bodies(
        ActionItem.class, "select body from items where incident_id = ? order by id", incidentKey);
  }

  @Override
  public List<ActionItem> near(String title) {
    Similarity asked = Similarity.of(title);
    NavigableSet<String> near = new TreeSet<>();
    for (String key : keys(asked)) {
      List<String> found =
          transaction.list(
              """
              select items.id, items.title from title_words
                join items on items.id = title_words.item
              where title_words.word = ? limit ?
              """,
              row -> isNear(asked, row.getString(2)) ? row.getString(1) : "",
              key,
              TOO_COMMON);
      if (found.size() < TOO_COMMON || key.startsWith(SAME)) {
        near.addAll(found);
      }
    }
    near.remove("");
    return near.stream().map(ItemId::new).flatMap(id -> find(id).stream()).toList();
  }

  private boolean isNear(Similarity asked, String title) {
    return asked.isNear(Similarity.of(transaction.text(title)));
  }

  @Override
  public List<ActionItem> unfiled() {
    return transaction.bodies(
        ActionItem.class,
        """
        select body from items where unfiled = 1
          and not exists (
            select 1 from outbox where outbox.item = items.id and outbox.creates = 1
              and outbox.state <> 'SUPERSEDED')
        order by id
        """);
  }

  @Override
  public List<ActionItem> after(Optional<ItemId> previous, int limit) {
    return transaction.bodies(
        ActionItem.class,
        "select body from items where id > ? order by id limit ?",
        previous.map(ItemId::value).orElse(""),
        limit);
  }

  @Override
  public long count() {
    return transaction.first("select count(*) from items", row -> row.getLong(1)).orElseThrow();
  }

  @Override
  public List<ActionItem> matching(String text) {
    String typed = folded(text.strip());
    if (typed.isEmpty()) {
      return List.of();
    }
    return transaction.bodies(
        ActionItem.class,
        """
        select body from items
        where (id >= ? and id < ?) or ticket_key = ? or ticket_url = ?
        order by id
        """,
        typed,
        Prefix.end(typed),
        typed,
        typed);
  }
}
