package io.followthrough.review;

import io.followthrough.review.Figure.Row;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A review as text with tables, in no tracker's own syntax. Pure. */
public final class ReviewProse {
  /** A ticket's description has an end, which for Jira comes soon. */
  private static final int TICKET_ROWS = 70;

  private static final int TICKET_ROWS_OF_A_FIGURE = 12;

  private ReviewProse() {}

  /** All of it. */
  public static Prose whole(Review review) {
    Prose prose = head(review);
    for (Figure figure : review.figures()) {
      prose = prose.and(figure(figure, Integer.MAX_VALUE));
    }
    return prose;
  }

  /**
   * As much as a ticket holds, the most important first.
   *
   * @param last the ticket of the last period's review
   * @param foot where the rest is, and whom to ask
   */
  public static Prose ofTicket(Review review, Optional<Span> last, Span foot) {
    Prose prose = head(review);
    if (last.isPresent()) {
      prose = prose.paragraph(Span.plain("The last review: "), last.get());
    }
    int rows = 0;
    for (Figure figure : review.figures()) {
      if (!figure.rows().isEmpty() && rows < TICKET_ROWS) {
        prose = prose.and(figure(figure, TICKET_ROWS_OF_A_FIGURE));
        rows += Math.min(TICKET_ROWS_OF_A_FIGURE, figure.rows().size());
      }
    }
    return prose.paragraph(foot);
  }

  private static Prose head(Review review) {
    String words =
        "As of the end of "
            + review.asOf()
            + (review.complete() ? "." : ": the period is not over yet.")
            + " Figures are about items and places, never about persons.";
    return Prose.empty().paragraph(Span.plain(words));
  }

  /** One figure: what it says, its table, its definition. */
  public static Prose figure(Figure figure, int limit) {
    Prose prose = Prose.empty().heading(figure.title());
    if (figure.remark().isPresent()) {
      prose = prose.paragraph(Span.strong(figure.remark().get()));
    }
    if (figure.rows().isEmpty()) {
      prose = prose.paragraph(Span.plain("None."));
    } else {
      prose = prose.row(head(figure));
      for (Row row : figure.rows().stream().limit(limit).toList()) {
        prose = prose.row(row(figure, row));
      }
      int left = figure.rows().size() - limit;
      prose = left > 0 ? prose.paragraph(Span.plain("And " + left + " more.")) : prose;
    }
    return prose.quote(figure.definition());
  }

  private static boolean defines(Figure figure) {
    return figure.rows().stream().anyMatch(row -> !row.definition().isEmpty());
  }

  private static List<Span> head(Figure figure) {
    List<Span> cells = new ArrayList<>();
    figure.columns().forEach(column -> cells.add(Span.plain(column)));
    if (defines(figure)) {
      cells.add(Span.plain("What is counted"));
    }
    return cells;
  }

  private static List<Span> row(Figure figure, Row row) {
    List<Span> cells = new ArrayList<>();
    row.cells().forEach(cell -> cells.add(span(cell)));
    if (defines(figure)) {
      cells.add(Span.plain(row.definition()));
    }
    return cells;
  }

  private static Span span(Cell cell) {
    String change = cell.changeText();
    String words = cell.text() + (change.isEmpty() ? "" : " (" + change + ")");
    return cell.address().map(address -> Span.link(words, address)).orElse(Span.plain(words));
  }
}
