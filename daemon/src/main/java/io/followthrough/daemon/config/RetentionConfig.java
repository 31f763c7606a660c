package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;

/**
 * How long things are kept.
 *
 * @param journal of what was decided and done
 */
public record RetentionConfig(Lapse journal) {
  public RetentionConfig {
    requireNonNull(journal, "journal is null");
  }

  static RetentionConfig of(Section section) {
    return new RetentionConfig(section.lapse("journal"));
  }
}
