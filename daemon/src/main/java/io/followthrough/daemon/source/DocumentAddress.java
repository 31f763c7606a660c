package io.followthrough.daemon.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of a whole document out of a template: what follows it down to a line is left out.
 */
final class DocumentAddress {
  private DocumentAddress() {}

  /**
   * Fills a template in.
   *
   * @param template with {@code {path}}, {@code {commit}} and {@code {line}}
   * @param commit what stands for the present state, empty where there is no such thing
   */
  static String of(String template, String path, String commit) {
    String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    return template
        .replaceAll("[#?][^{]*\\{line}", "")
        .replace("{commit}", commit)
        .replace("{path}", encoded.replace("%2F", "/"));
  }
}
