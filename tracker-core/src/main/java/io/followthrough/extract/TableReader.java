package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.RichText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items out of tables, whatever the order and language of their columns. */
final class TableReader {
  private static final Set<Column> TELLING =
      Set.of(Column.OWNER, Column.DUE, Column.STATUS, Column.TICKET, Column.PRIORITY);

  private final Lexicon words;
  private final Findings findings;
  private final TableColumns columns;

  TableReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
    this.columns = new TableColumns(words.vocabulary());
  }

  void read(Node.Rows table, Scope scope) {
    List<Block.TableRow> rows = table.rows();
    TableColumns.Header header = columns.of(rows);
    String why = whyNot(header, scope);
    if (!why.isEmpty()) {
      findings.leave(table.line(), "table", names(rows.get(0).header()), why);
      return;
    }
    boolean announced = scope.topic() == Topic.ACTION || scope.topic() == Topic.PROPOSAL;
    for (Block.TableRow row : rows) {
      row(
          row,
          header,
          scope,
          announced ? "table-under-action-heading" : "table-with-action-columns");
    }
  }

  /** Empty if the table is one of action items. */
  private static String whyNot(TableColumns.Header header, Scope scope) {
    boolean telling = header.columns().values().stream().anyMatch(TELLING::contains);
    if (header.title() < 0) {
      return "no column of it holds what is to be done";
    }
    if (header.columns().containsValue(Column.TIME)
        && !(header.strong() && telling && scope.topic() == Topic.ACTION)) {
      return "it has a column of times: it tells what happened";
    }
    return switch (scope.topic()) {
      case ACTION -> "";
      case PROPOSAL ->
          telling || header.strong() ? "" : "its columns are not those of action items";
      case NONE, PHASE -> (telling && header.strong()) || header.tracks() ? "" : scope.whyNot();
      case OTHER -> telling && header.named() ? "" : scope.whyNot();
    };
  }

  private void row(Block.TableRow row, TableColumns.Header header, Scope scope, String rule) {
    RichText title = cell(row, header.title());
    int other = header.secondTitle();
    if (other >= 0 && TicketTrail.isOnlyTickets(title, TicketWords.in(title))) {
      title = cell(row, other);
    }
    if (words.placeholders().isNothing(title.plain())
        || words.placeholders().isInstruction(title.plain())) {
      findings.leave(row.line(), "row", row.text().plain(), "it is empty or a placeholder");
      return;
    }
    Draft draft = new Draft(words);
    Map<Integer, Column> others = header.columns();
    for (int i = 0; i < row.cells().size(); i++) {
      Column column = others.get(i);
      if (i != header.title() && column != null) {
        draft.take(column, row.cells().get(i));
      }
    }
    String name = ItemReader.read(title, draft, words);
    findings.item(name, draft, scope, row, rule);
  }

  private static RichText cell(Block.TableRow row, int index) {
    return index >= 0 && index < row.cells().size() ? row.cells().get(index) : RichText.EMPTY;
  }

  private static String names(List<RichText> header) {
    return String.join(" | ", header.stream().map(RichText::plain).toList());
  }

  /** Columns by what they hold. */
  static Map<Column, Integer> byColumn(Map<Integer, Column> columns) {
    Map<Column, Integer> by = new EnumMap<>(Column.class);
    columns.forEach((index, column) -> by.putIfAbsent(column, index));
    return by;
  }
}
