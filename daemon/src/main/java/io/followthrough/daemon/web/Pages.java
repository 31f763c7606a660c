package io.followthrough.daemon.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** Turns views into pages, by templates that are compiled with the program. */
final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Asset css = Asset.of("followthrough.css", "text/css; charset=utf-8");
  private final Asset icon = Asset.of("followthrough.svg", "image/svg+xml");
  private final WebFacts facts;

  Pages(WebFacts facts) {
    this.facts = facts;
  }

  List<Asset> assets() {
    return List.of(css, icon);
  }

  Answer dashboard(DashboardView view, Times times) {
    return page(200, "dashboard.jte", frame("./", "Action items", times), view);
  }

  Answer item(ItemView view, Times times) {
    return page(200, "item.jte", frame("../", view.row().title(), times), view);
  }

  Answer postmortem(PostmortemView view, Times times) {
    return page(200, "postmortem.jte", frame("../", view.title(), times), view);
  }

  /** Says that something is not there, or not to be had now. */
  Answer problem(int status, String path, ProblemView view, Times times) {
    int depth = (int) path.chars().skip(1).filter(sign -> sign == '/').limit(20).count();
    String root = depth == 0 ? "./" : "../".repeat(depth);
    return page(status, "problem.jte", frame(root, view.title(), times), view);
  }

  private Frame frame(String root, String title, Times times) {
    return new Frame(
        root,
        title,
        facts.installation(),
        facts.contact(),
        css.name(),
        icon.name(),
        times.at(facts.clock().instant()),
        times.zoneName());
  }

  private Answer page(int status, String template, Frame frame, Object view) {
    StringOutput out = new StringOutput();
    engine.render(template, Map.of("frame", frame, "view", view), out);
    return Answer.html(status, out.toString());
  }
}
