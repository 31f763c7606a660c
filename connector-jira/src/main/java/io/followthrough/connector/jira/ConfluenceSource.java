package io.followthrough.connector.jira;

import io.followthrough.connector.jira.ConfluenceText.Named;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of a Confluence space, on Cloud and on a Data Center. A document is known by its page's id,
 * so that a page may be renamed and moved within the space. Drafts, archived and deleted pages are
 * none.
 */
final class ConfluenceSource implements DocumentSource {
  private static final String ENDING = ".confluence";

  private final SourceSettings settings;
  private final SourceSite site;
  private final ConfluenceSearch search;
  private final ConfluenceReader reader;
  private final ConfluencePeople people;
  private final ConfluenceVisibility visibility;
  private Map<String, ConfluencePage> known = Map.of();

  /**
   * A source, without any call to it.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  ConfluenceSource(SourceSettings settings, HttpSettings http) {
    ConfluenceScope scope = ConfluenceScope.of(settings);
    this.settings = settings;
    this.site = new SourceSite(settings, http, Product.CONFLUENCE);
    this.search = new ConfluenceSearch(site, scope);
    this.reader = new ConfluenceReader(site, scope);
    this.people = new ConfluencePeople(site);
    this.visibility =
        new ConfluenceVisibility(site.url(), scope.space(), site.edition(), http, settings.clock());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean isPrivate() {
    return settings.isPrivate().orElseGet(visibility::isPrivate);
  }

  @Override
  public List<Entry> list() {
    known = search.pages();
    return known.values().stream()
        .map(page -> new Entry(page.id() + ENDING, page.token()))
        .sorted(Comparator.comparing(Entry::path))
        .toList();
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    ConfluencePage page = page(id(entry.path()));
    ConfluenceReader.Text text = reader.read(page.id());
    Map<Named, String> names = people.names(ConfluenceText.people(text.storage()));
    URI url = URI.create(site.url());
    String origin = url.getScheme() + "://" + url.getRawAuthority();
    return new PostmortemDocument(
        name(),
        entry.path(),
        ConfluenceText.whole(text.title(), text.storage(), names, origin),
        entry.version(),
        text.createdAt(),
        text.modifiedAt(),
        text.link(),
        text.labels().orElse(Set.copyOf(page.labels())),
        page.restricted());
  }

  @Override
  public boolean isGone(String path) {
    return !reader.has(id(path));
  }

  @Override
  public List<CheckFinding> check() {
    int documents = list().size();
    long restricted = known.values().stream().filter(ConfluencePage::restricted).count();
    List<CheckFinding> findings = new ArrayList<>();
    findings.add(new CheckFinding(Level.OK, "token", "belongs to " + site.account()));
    findings.add(
        documents == 0
            ? new CheckFinding(
                Level.WARNING, "documents", "none; are `space`, `label` and `parent` right?")
            : new CheckFinding(Level.OK, "documents", documents + " found"));
    if (restricted > 0) {
      findings.add(
          new CheckFinding(
              Level.WARNING,
              "documents",
              restricted
                  + " of them can be read by some people only, or stand below such a page: they are"
                  + " only counted"));
    }
    findings.add(
        new CheckFinding(
            Level.OK, "visibility", isPrivate() ? "private" : "public: strangers may read it"));
    return findings;
  }

  @Override
  public void close() {
    site.close();
    visibility.close();
  }

  private ConfluencePage page(String id) {
    if (!known.containsKey(id)) {
      known = search.pages();
    }
    return Optional.ofNullable(known.get(id))
        .orElseThrow(() -> site.failure("page " + id + " is no longer listed"));
  }

  private static String id(String path) {
    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }
}
