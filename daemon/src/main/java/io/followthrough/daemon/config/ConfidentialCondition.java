package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.FileSystems;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sign that a document is confidential.
 *
 * @param sign where to look
 * @param value the label, key, pattern or severity; none for a restricted page
 */
public record ConfidentialCondition(Sign sign, Optional<String> value) {
  /** Where the sign is found. */
  public enum Sign {
    RESTRICTED_PAGE,
    LABEL,
    FRONT_MATTER,
    PATH,
    SEVERITY
  }

  private static final Pattern WRITTEN =
      Pattern.compile("(label|front-matter|path|severity)\\s*:\\s*(\\S.*)");

  public ConfidentialCondition {
    requireNonNull(sign, "sign is null");
    requireNonNull(value, "value is null");
  }

  static ConfidentialCondition parse(String text) {
    if (text.strip().equals("restricted-page")) {
      return new ConfidentialCondition(Sign.RESTRICTED_PAGE, Optional.empty());
    }
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no sign of a confidential document");
    }
    if (matcher.group(1).equals("path")) {
      requireNonNull(
          FileSystems.getDefault().getPathMatcher("glob:" + matcher.group(2)), "no glob");
    }
    String sign = matcher.group(1).replace('-', '_').toUpperCase(Locale.ROOT);
    return new ConfidentialCondition(Sign.valueOf(sign), Optional.of(matcher.group(2)));
  }
}
