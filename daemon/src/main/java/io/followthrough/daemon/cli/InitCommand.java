package io.followthrough.daemon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a starter configuration that works as it is. */
@Command(
    name = "init",
    description = "Writes a starter followthrough.yaml that works without an account.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private static final Pattern INSTALLATION =
      Pattern.compile("(?m)^installation:[ \\t]*[\"']?([A-Za-z0-9._-]+)");
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";

  private final PrintWriter out;
  private final PrintWriter err;
  private final RandomGenerator random;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder to write to; the present one if left out.")
  private Path folder = Path.of("");

  @Option(
      names = "--force",
      description = "Overwrite a file that is there; its installation keeps its name.")
  private boolean force;

  InitCommand(PrintWriter out, PrintWriter err, RandomGenerator random) {
    this.out = out;
    this.err = err;
    this.random = random;
  }

  @Override
  public Integer call() {
    Path file = folder.resolve("followthrough.yaml");
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
      err.println(file + ": is there already; --force overwrites it");
      return ExitCode.WRONG;
    }
    try {
      write(file);
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println(file + ": cannot be written: " + e);
      return ExitCode.UNDONE;
    }
  }

  private void write(Path file) throws IOException {
    String name = nameIn(file).orElseGet(this::newName);
    String content = resource("starter.yaml").replace("@INSTALLATION@", name);
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      Files.createDirectories(folder.toAbsolutePath());
    }
    if (force) {
      Files.writeString(file, content);
    } else {
      Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
    }
    out.println("wrote " + file);
    Path postmortems = folder.resolve("postmortems");
    if (!Files.exists(postmortems)) {
      Files.createDirectory(postmortems);
      Path template = postmortems.resolve("template.md");
      Files.writeString(template, resource("postmortem.md"));
      out.println("wrote " + template);
    }
    out.println("next: put postmortems there, then `followthrough plan -c " + file + "`");
  }

  /** A file that is written anew goes on naming the tickets that it has already opened. */
  private static Optional<String> nameIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher matcher = INSTALLATION.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String newName() {
    return "followthrough-" + one(LETTERS) + one(DIGITS) + one(LETTERS) + one(DIGITS);
  }

  private char one(String of) {
    return of.charAt(random.nextInt(of.length()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
