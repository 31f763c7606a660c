package io.followthrough.daemon.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** The check of a single word, number or text against its schema. */
final class ScalarCheck {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|credential):");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");
  private static final int LONGEST_SHOWN = 60;

  private final Formats formats;

  ScalarCheck(Formats formats) {
    this.formats = formats;
  }

  Optional<Problem> problem(Tree.Scalar value, Schema schema, String path) {
    if (value.text().indexOf('\0') >= 0) {
      return Optional.of(Problem.of(value.place(), path, "a NUL character has no place here"));
    }
    if (!schema.words().isEmpty()) {
      return schema.words().contains(value.text())
          ? Optional.empty()
          : Optional.of(unknownWord(value, schema, path));
    }
    if (schema.types().contains("integer")) {
      return number(value, schema, path);
    }
    if (!schema.isSecret() && REFERENCE.matcher(value.text()).find()) {
      return Optional.of(
          Problem.of(
              value.place(), path, "only secrets are read from elsewhere", "write the value"));
    }
    return text(value, schema, path);
  }

  private static Problem unknownWord(Tree.Scalar value, Schema schema, String path) {
    String message = "expected " + Expected.oneOf(schema.words()) + found(value.text());
    Optional<String> hint = Nearest.hint(value.text(), schema.words());
    return Problem.of(value.place(), path, message, hint);
  }

  private static Optional<Problem> number(Tree.Scalar value, Schema schema, String path) {
    int least = schema.bound("minimum").orElse(0);
    boolean fits =
        value.plain()
            && WHOLE_NUMBER.matcher(value.text()).matches()
            && Long.parseLong(value.text()) >= least;
    String message = "expected a whole number of at least " + least + found(value.text());
    return fits ? Optional.empty() : Optional.of(Problem.of(value.place(), path, message));
  }

  private Optional<Problem> text(Tree.Scalar value, Schema schema, String path) {
    if (value.text().strip().length() < schema.bound("minLength").orElse(0)) {
      return Optional.of(Problem.of(value.place(), path, "expected text, found none"));
    }
    return schema
        .keyword("format")
        .flatMap(format -> formats.objection(format, value.text()))
        .map(
            it ->
                Problem.of(
                    value.place(),
                    path,
                    it.message() + (it.shown() ? found(value.text()) : ""),
                    it.hint()));
  }

  static String found(String text) {
    return ", found `" + shown(text) + "`";
  }

  static String shown(String text) {
    String plain = CONTROL.matcher(text).replaceAll(" ");
    String line = CREDENTIALS.matcher(plain).replaceAll("//***@");
    return line.length() <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN - 20)) + "...";
  }
}
