package io.followthrough.connector.linear;

import io.followthrough.item.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The feeds of this process, one for each address and key: who signs in alike sees alike. A key is
 * kept as its fingerprint only. One that is renewed begins a new feed; the oldest are forgotten.
 */
final class Feeds {
  private static final int MOST = 64;

  private final AtomicLong count = new AtomicLong();
  private final Map<String, Feed> feeds = new LinkedHashMap<>();

  synchronized Feed of(String url, String authorization) {
    Feed feed =
        feeds.computeIfAbsent(Words.fingerprint(url, authorization), key -> new Feed(count));
    if (feeds.size() > MOST) {
      feeds.remove(feeds.keySet().iterator().next());
    }
    return feed;
  }
}
