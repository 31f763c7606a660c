package io.followthrough.connector.github;

/** Which GitHub the stub is. */
enum StubEdition {
  /** github.com: the API has a host of its own. */
  CLOUD("github.openapi.json", ""),
  /** Enterprise Server: the API is below the pages, states no limits, and lacks some of it. */
  SERVER("github-ghes-3.19.openapi.json", "/api/v3");

  final String description;
  final String prefix;

  StubEdition(String description, String prefix) {
    this.description = description;
    this.prefix = prefix;
  }
}
