package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Marker;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our mark in a text, as the fragment of a link: Jira has no words that people do not see, and a
 * link keeps its target through its editors. The link itself leads to the ticket by its label.
 *
 * @param key the idempotency key of a comment
 */
record MarkLink(Marker marker, Optional<String> key) {
  /** What people read where our part of a description begins. */
  static final String HEAD = "From a postmortem, by Followthrough";

  /** What they read where it ends. */
  static final String TAIL = "End of Followthrough's part: write below this line";

  /** What they read at the end of a comment. */
  static final String SIGNATURE = "Followthrough";

  private static final String END = "#/followthrough";
  private static final Pattern FRAGMENT =
      Pattern.compile("[^#]*#(followthrough:v1:[A-Za-z0-9._:-]+)(?:&key=([A-Za-z0-9%]*))?");

  MarkLink {
    requireNonNull(marker, "marker is null");
    requireNonNull(key, "key is null");
  }

  /** The label that a ticket with a mark carries. */
  static String label(Marker marker) {
    return label(marker.item());
  }

  static String label(String item) {
    return "ft-" + item;
  }

  /** The label that every ticket of an installation carries. */
  static String labelOfAll(String installation) {
    return "followthrough-" + installation;
  }

  /** The link's target on a site. */
  String address(String site) {
    return search(site, marker)
        + "#"
        + marker.encode()
        + key.map(words -> "&key=" + SafeAddress.octets(words)).orElse("");
  }

  /** The target of the link that ends our part of a description. */
  static String end(String site, Marker marker) {
    return search(site, marker) + END;
  }

  /** True for the target of a link that ends our part. */
  static boolean isEnd(String address) {
    return address.endsWith(END);
  }

  /** The mark in a link's target. */
  static Optional<MarkLink> in(String address) {
    Matcher fragment = FRAGMENT.matcher(address);
    if (!fragment.matches()) {
      return Optional.empty();
    }
    Optional<String> key =
        Optional.ofNullable(fragment.group(2))
            .map(octets -> URLDecoder.decode(octets, StandardCharsets.UTF_8));
    return Marker.findIn(fragment.group(1))
        .filter(marker -> marker.encode().equals(fragment.group(1)))
        .map(marker -> new MarkLink(marker, key));
  }

  private static String search(String site, Marker marker) {
    return site + "/issues/?jql=labels%3D" + label(marker);
  }
}
