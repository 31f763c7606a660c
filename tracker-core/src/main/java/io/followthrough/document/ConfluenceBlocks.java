package io.followthrough.document;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements that only Confluence has. */
final class ConfluenceBlocks extends HtmlBlocks {
  /** They say how the page looks or is meant to be filled in. */
  private static final Set<String> SKIPPED =
      Set.of(
          "ac:task-id",
          "ac:task-uuid",
          "ac:task-status",
          "ac:parameter",
          "ac:placeholder",
          "ac:adf-attribute",
          "ac:image",
          "ri:attachment",
          "ri:page",
          "ri:url");

  /** What they hold explains; it commits nobody. */
  private static final Set<String> ASIDES = Set.of("info", "note", "tip", "warning");

  private final HtmlStyles styles;
  private final HtmlTables tables;

  ConfluenceBlocks(BlockWriter out, HtmlStyles styles, HtmlTables tables) {
    super(out, styles, tables);
    this.styles = styles;
    this.tables = tables;
  }

  @Override
  HtmlBlocks fresh(BlockWriter elsewhere) {
    return new ConfluenceBlocks(elsewhere, styles, tables);
  }

  @Override
  boolean isOwn(Element element, String name) {
    switch (name) {
      case "ac:task-list" -> tasks(element);
      case "ac:task" -> task(element, out.newList());
      case "ac:structured-macro", "ac:macro" -> macro(element);
      case "ac:link" -> link(element);
      case "ri:user" -> user(element, "");
      case "ac:emoticon" -> emoticon(element);
      case "ac:adf-extension" -> extension(element);
      case "ac:plain-text-body" -> code(element.wholeText());
      case "ac:inline-comment-marker", "ac:link-body", "ac:plain-text-link-body" ->
          children(element);
      default -> {
        return SKIPPED.contains(name);
      }
    }
    return true;
  }

  private void tasks(Element list) {
    close();
    int number = out.newList();
    for (Element child : list.children()) {
      if (child.normalName().equals("ac:task")) {
        task(child, number);
      } else if (child.normalName().equals("ac:task-list")) {
        nest(1);
        tasks(child);
        nest(-1);
      }
    }
  }

  private void task(Element task, int list) {
    close();
    Element status = child(task, "ac:task-status");
    boolean done = status != null && status.text().strip().equals("complete");
    nest(1);
    begin(list, false, Optional.of(done), lineOf(task, place().line()));
    children(task);
    end();
    nest(-1);
  }

  private void macro(Element macro) {
    String name = macro.attr("ac:name");
    switch (name) {
      case "jira" -> words(parameter(macro, "key"));
      case "status" -> words(parameter(macro, "title"));
      case "code", "noformat" -> code(macro.wholeText());
      case "profile", "profile-picture" -> {
        Element user = macro.selectFirst("ri|user");
        if (user != null) {
          user(user, "");
        }
      }
      default -> body(macro, name);
    }
  }

  private void body(Element macro, String name) {
    Element body = child(macro, "ac:rich-text-body");
    String title = parameter(macro, "title");
    if (!title.isBlank() && body != null) {
      close();
      out.label(RichText.of(title), place());
    }
    if (ASIDES.contains(name)) {
      quoted(macro);
    } else {
      flush();
      children(macro);
      flush();
    }
  }

  private void words(String text) {
    begin();
    run.append(text);
  }

  private static String parameter(Element macro, String name) {
    for (Element child : macro.children()) {
      if (child.normalName().equals("ac:parameter") && child.attr("ac:name").equals(name)) {
        return child.text().strip();
      }
    }
    return "";
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (child.normalName().equals(name)) {
        return child;
      }
    }
    return null;
  }

  private void link(Element link) {
    Element user = child(link, "ri:user");
    if (user != null) {
      user(user, link.text().strip());
    } else if (link.hasText()) {
      children(link);
    } else {
      Element page = child(link, "ri:page");
      words(page == null ? "" : page.attr("ri:content-title"));
    }
  }

  private void user(Element user, String name) {
    String id = "";
    for (String attribute : new String[] {"ri:account-id", "ri:username", "ri:userkey"}) {
      id = id.isEmpty() ? user.attr(attribute).strip() : id;
    }
    if (id.isEmpty()) {
      words(name);
      return;
    }
    begin();
    int start = run.length();
    run.append(name.isEmpty() ? "@" + id : name);
    run.mark(Mark.Kind.LINK, start, "user:" + id);
  }

  /** The signs that say yes and no; others are looks. */
  private void emoticon(Element emoticon) {
    String shown = emoticon.attr("ac:emoji-fallback");
    switch (emoticon.attr("ac:name")) {
      case "tick" -> words("\u2705");
      case "cross" -> words("\u274c");
      default -> words(shown.startsWith(":") ? "" : shown);
    }
  }

  /** What the new editor holds twice is read once. */
  private void extension(Element extension) {
    Element fallback = child(extension, "ac:adf-fallback");
    flush();
    children(fallback == null ? extension : fallback);
    flush();
  }
}
