package io.followthrough.connector.jira;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A page of the stub of Confluence. */
final class StubPage {
  final String id;
  final Instant createdAt;
  final Set<String> labels = new TreeSet<>();

  /** The people who may read it; empty where everybody may. */
  final Set<String> readers = new TreeSet<>();

  String title;
  String storage = "";
  String status = "current";
  String space;
  String parent;
  int version = 1;
  Instant modifiedAt;

  /** Reading it fails. */
  boolean broken;

  /** Searches do not find it yet, or no longer. */
  boolean hidden;

  /** Searches do not tell its restrictions. */
  boolean secretive;

  StubPage(String id, String title, String space, String parent, Instant now) {
    this.id = id;
    this.title = title;
    this.space = space;
    this.parent = parent;
    this.createdAt = now;
    this.modifiedAt = now;
  }

  boolean isCurrent() {
    return status.equals("current");
  }
}
