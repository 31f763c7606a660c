package io.followthrough.daemon.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An organisation's own words for what documents call things, beside the built-in ones.
 *
 * @param headings headings by what they stand above: {@code action-items}, {@code proposals},
 *     {@code other}
 * @param columns headings of table columns by what is in them, such as {@code owner}
 */
public record ExtractConfig(Map<String, List<String>> headings, Map<String, List<String>> columns) {
  public ExtractConfig {
    headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  static ExtractConfig of(Section section) {
    Section headings = section.section("headings");
    Section columns = section.section("columns");
    return new ExtractConfig(headings.each(headings::texts), columns.each(columns::texts));
  }
}
