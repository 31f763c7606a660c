package io.followthrough.daemon.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.followthrough.review.Figure;
import io.followthrough.review.Review;
import java.util.List;
import java.util.Map;

/** A review as one file of HTML that needs no network and prints well. */
public final class ReportFile {
  private ReportFile() {}

  /** The file's text, with some of the review's figures. */
  public static String of(Review review, List<Figure> figures) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("report.jte", Map.of("view", ReviewView.of(review, figures, List.of())), out);
    return out.toString();
  }
}
