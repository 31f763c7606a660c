package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret that stands elsewhere: in the environment, in a file, or among the credentials that the
 * service manager hands over. Only the reference is kept; each {@link #reveal} reads it anew, so a
 * rotated secret is used from then on. Two secrets are equal only if they are the same object.
 *
 * <p>Safe for use by several threads.
 */
public final class Secret {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(env|file|credential):([^{}]+)\\}");
  private static final String WAYS = "write ${env:NAME}, ${file:PATH} or ${credential:NAME}";
  private static final int LARGEST = 64 << 10;

  private final String way;
  private final String name;
  private final Path folder;
  private final Map<String, String> environment;

  private Secret(String way, String name, Path folder, Map<String, String> environment) {
    this.way = way;
    this.name = name;
    this.folder = requireNonNull(folder, "folder is null");
    this.environment = requireNonNull(environment, "environment is null");
  }

  /**
   * Returns the secret that a reference speaks of, without reading it yet.
   *
   * @param reference {@code ${env:NAME}}, {@code ${file:PATH}} or {@code ${credential:NAME}}, the
   *     last a file in {@code $CREDENTIALS_DIRECTORY}
   * @param folder where a relative path starts
   * @param environment the variables
   * @throws IllegalArgumentException if the text is no reference; the text is not repeated
   */
  public static Secret of(String reference, Path folder, Map<String, String> environment) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(WAYS);
    }
    return new Secret(matcher.group(1), matcher.group(2), folder, environment);
  }

  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  static Optional<Objection> objection(String text, Path folder, Map<String, String> environment) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      String message = "a secret does not stand in this file";
      return Optional.of(new Objection(message, Optional.of(WAYS), false));
    }
    Secret secret = new Secret(matcher.group(1), matcher.group(2), folder, environment);
    try {
      secret.read();
      return Optional.empty();
    } catch (SecretMissingException e) {
      return Optional.of(new Objection(String.valueOf(e.getMessage()), secret.nearest(), false));
    }
  }

  private Optional<String> nearest() {
    return way.equals("env") ? Nearest.hint(name, environment.keySet()) : Optional.empty();
  }

  /**
   * Reads the secret, without the line end that closes a file.
   *
   * @throws SecretMissingException if it isn't there, can't be read or is empty
   */
  public String reveal() {
    return read();
  }

  private String read() {
    String found =
        switch (way) {
          case "env" -> environment.getOrDefault(name, "");
          case "file" -> content(folder.resolve(name), "the file " + name);
          default -> content(credential(), "the credential " + name);
        };
    if (found.isEmpty()) {
      String what = way.equals("env") ? "the environment variable " : "the " + way + " ";
      throw new SecretMissingException(what + name + " is " + (isSet() ? "empty" : "not set"));
    }
    return found;
  }

  private boolean isSet() {
    return !way.equals("env") || environment.containsKey(name);
  }

  private Path credential() {
    String directory = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
    if (directory.isEmpty()) {
      throw new SecretMissingException(
          "the credential " + name + " is not there: CREDENTIALS_DIRECTORY is not set");
    }
    if (name.contains("/") || name.startsWith(".")) {
      throw new SecretMissingException("the credential " + name + " is no plain file name");
    }
    return folder.resolve(directory).resolve(name);
  }

  private static String content(Path file, String what) {
    try {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new SecretMissingException(what + " cannot be read");
      }
      if (Files.size(file) > LARGEST) {
        throw new SecretMissingException(what + " is too large for a secret");
      }
      return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("[\\r\\n]+\\z", "");
    } catch (IOException e) {
      throw new SecretMissingException(what + " cannot be read");
    }
  }

  /** Returns stars, never the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
