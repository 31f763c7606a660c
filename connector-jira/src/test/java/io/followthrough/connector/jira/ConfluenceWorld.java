package io.followthrough.connector.jira;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stub of Confluence knows. Guarded by its server. */
final class ConfluenceWorld {
  final Edition edition;
  final InstantSource clock;
  final Set<String> spaces = new LinkedHashSet<>();
  final Map<String, StubPage> pages = new LinkedHashMap<>();

  /** Names by account id or user key. */
  final Map<String, String> people = new LinkedHashMap<>();

  String origin = "";
  String token = ConfluenceStub.TOKEN;

  /** The token is a scoped one, which only the gateway takes. */
  boolean scoped;

  /** Everybody is a stranger, whatever token they have. */
  boolean deaf;

  /** Strangers may read what is not restricted. */
  boolean open;

  /** Nobody is told who somebody is. */
  boolean shy;

  /** Replies are of this many characters. */
  int padding;

  /** Searches give no more at once. */
  int mostResults = 200;

  Optional<StubFault> fault = Optional.empty();

  ConfluenceWorld(Edition edition, InstantSource clock) {
    this.edition = edition;
    this.clock = clock;
  }

  String context() {
    return edition == Edition.CLOUD ? "/wiki" : "/confluence";
  }

  String url() {
    return origin + context();
  }

  StubPage page(String id) {
    StubPage page = pages.get(id);
    if (page == null) {
      throw new IllegalArgumentException("no page " + id);
    }
    return page;
  }

  String person(String name) {
    for (Map.Entry<String, String> person : people.entrySet()) {
      if (person.getValue().equals(name)) {
        return person.getKey();
      }
    }
    String id =
        edition == Edition.CLOUD
            ? "557058:" + Integer.toHexString(name.hashCode())
            : "4028b8" + Integer.toHexString(name.hashCode());
    people.put(id, name);
    return id;
  }

  /** The number that a space has beside its key. */
  static String spaceId(String key) {
    return Integer.toString(Math.abs(key.hashCode() % 1_000_000) + 1);
  }

  /** The pages above one, the highest first. */
  List<StubPage> above(StubPage page) {
    List<StubPage> above = new ArrayList<>();
    for (StubPage each = pages.get(page.parent); each != null; each = pages.get(each.parent)) {
      above.add(0, each);
    }
    return above;
  }

  /** Whether somebody sees a page at all. */
  boolean sees(boolean stranger, StubPage page) {
    boolean there = spaces.contains(page.space);
    boolean free =
        page.readers.isEmpty() && above(page).stream().allMatch(p -> p.readers.isEmpty());
    return there && (!stranger || (open && free));
  }
}
