package io.followthrough.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.ConfigProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows is what the program does.
 *
 * <ul>
 *   <li>A {@code yaml} block is a whole configuration, or with {@code fragment} some of its keys;
 *       the program accepts it.
 *   <li>A block with {@code file=NAME} is saved in the folder in which the page's commands run.
 *   <li>A {@code sh} or {@code console} line that calls the program is parsed by it and, where that
 *       needs no network and comes to an end, run. In {@code console} the lines below it are what
 *       it prints, in that order, some left out or none; {@code # exits with N} beside it is its
 *       exit code, 0 if left out; and {@code # 2026-11-30 09:00 UTC} on a line of its own is the
 *       time from there on.
 * </ul>
 */
final class DocumentationTest {
  /** Surefire starts a test in its module's folder. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String SMALLEST =
      """
      installation: acme-sre
      contact: "#reliability"
      sources:
        - { name: docs, type: directory, path: ./postmortems }
      trackers:
        - { name: backend, type: github, repository: acme/backend, auth: { token: "${env:GITHUB_TOKEN}" } }
      people:
        - { name: Alice Martin, github: alice-m }
        - { name: Victor Prime, github: victor-p }
      """;

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+)}");
  private static final Pattern CREDENTIAL = Pattern.compile("\\$\\{credential:([A-Za-z_-]+)}");
  private static final Pattern COMMAND =
      Pattern.compile("^(?:\\$ )?(?:\\./)?followthrough\\b *(.*?)(?: +# ?(.*))?$");
  private static final Pattern EXIT_CODE = Pattern.compile(".*exits with (\\d).*");
  private static final Pattern TIME =
      Pattern.compile("^# (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) UTC$");
  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)$");
  private static final Pattern ELSEWHERE =
      Pattern.compile("\\.\\./shared|(?<![\\w.])/(?:work|home|root|Users|farm)/");

  @TempDir private Path folder = Path.of("");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> modules = Files.walk(ROOT, 2)) {
      root.filter(Files::isRegularFile).forEach(pages::add);
      docs.forEach(pages::add);
      modules.filter(file -> file.getFileName().toString().equals("README.md")).forEach(pages::add);
    }
    return pages.stream()
        .filter(file -> file.toString().endsWith(".md"))
        .map(ROOT::relativize)
        .distinct()
        .sorted();
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(ROOT.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePagesAreWhereTheyAreLookedFor() throws IOException {
    Set<String> names = pages().map(Path::toString).collect(Collectors.toSet());
    assertTrue(names.containsAll(Set.of("README.md", "docs/index.md", "docs/configuration.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyConfigurationOnAPageIsAccepted(Path page) throws IOException {
    Files.createDirectories(folder.resolve("postmortems"));
    for (Fence fence : Fence.in(lines(page))) {
      if (fence.language().equals("yaml")) {
        boolean whole = !fence.info().contains("fragment");
        accepted(whole ? fence.text() : merged(fence.lines()), page + ":" + fence.line());
      } else if (fence.file().isPresent()) {
        Path file = folder.resolve(fence.file().get());
        Files.createDirectories(file.getParent());
        Files.writeString(file, fence.text());
      }
    }
  }

  private void accepted(String yaml, String where) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("CREDENTIALS_DIRECTORY", folder.toString());
    VARIABLE.matcher(yaml).results().forEach(it -> environment.put(it.group(1), "t0ken"));
    for (String name : CREDENTIAL.matcher(yaml).results().map(it -> it.group(1)).toList()) {
      Files.writeString(folder.resolve(name), "t0ken");
    }
    Path file = folder.resolve("followthrough.yaml");
    Files.writeString(file, yaml);
    try {
      assertEquals(List.of(), ConfigFile.load(file, environment, Typist.NOW).warnings(), where);
    } catch (ConfigProblems e) {
      assertEquals(List.of(), e.problems(), where + "\n" + yaml);
    }
  }

  /** The smallest file, with what a fragment says of a key in place of its own. */
  private static String merged(List<String> fragment) {
    Map<String, List<String>> keys = byKey(SMALLEST.lines().toList());
    keys.putAll(byKey(fragment));
    return keys.values().stream().flatMap(List::stream).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Map<String, List<String>> byKey(List<String> yaml) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    String key = "";
    for (String line : yaml) {
      boolean begins = !line.isBlank() && Character.isLetter(line.charAt(0));
      key = begins ? line.substring(0, line.indexOf(':')) : key;
      keys.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandOnAPageDoesWhatThePageSays(Path page) throws IOException {
    Typist reader = new Typist(folder.toRealPath());
    List<String> wrong = new ArrayList<>();
    for (Fence fence : Fence.in(lines(page))) {
      fence.file().ifPresent(name -> reader.saves(name, fence.text()));
      if (Set.of("sh", "console").contains(fence.language())) {
        typed(reader, page, fence, wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void typed(Typist reader, Path page, Fence fence, List<String> wrong) {
    for (int i = 0; i < fence.lines().size(); i++) {
      Matcher time = TIME.matcher(fence.lines().get(i));
      Matcher command = COMMAND.matcher(fence.lines().get(i));
      if (time.matches()) {
        reader.waitsUntil(LocalDateTime.parse(time.group(1), WALL).toInstant(ZoneOffset.UTC));
      } else if (command.matches()) {
        int from = i + 1;
        int to = from;
        while (to < fence.lines().size() && isOutput(fence.lines().get(to))) {
          to++;
        }
        boolean shown = fence.language().equals("console");
        List<String> output = shown ? fence.lines().subList(from, to) : List.<String>of();
        Matcher code = EXIT_CODE.matcher(command.group(2) == null ? "" : command.group(2));
        int expected = code.matches() ? Integer.parseInt(code.group(1)) : 0;
        String where = page + ":" + (fence.line() + from) + ": ";
        reader.types(command.group(1), expected, seen(output)).stream()
            .map(where::concat)
            .forEach(wrong::add);
      }
    }
  }

  private static boolean isOutput(String line) {
    return !line.startsWith("$ ") && !TIME.matcher(line).matches();
  }

  /** Without what is left out, and without the question that a person answers. */
  private static List<String> seen(List<String> output) {
    return output.stream()
        .filter(line -> !line.isBlank() && !line.strip().equals("…"))
        .filter(line -> !line.startsWith("Release it?"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOnAPageLeadsSomewhere(Path page) {
    Path here = ROOT.resolve(page).resolveSibling("");
    List<String> dead = new ArrayList<>();
    for (String line : Fence.outside(lines(page))) {
      LINK.matcher(line)
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("(?:https?|mailto):.*"))
          .filter(link -> !leadsSomewhere(page, here, link))
          .forEach(dead::add);
    }
    assertEquals(List.of(), dead);
  }

  private static boolean leadsSomewhere(Path page, Path here, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? ROOT.resolve(page) : here.resolve(parts[0]).normalize();
    if (!target.startsWith(ROOT) || !Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || Fence.outside(lines(ROOT.relativize(target))).stream()
            .map(HEADING::matcher)
            .filter(Matcher::matches)
            .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1]));
  }

  /** As GitHub makes them. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageSpeaksOfAPlaceThatItsReadersDoNotHave(Path page) {
    assertEquals(
        List.of(), lines(page).stream().filter(ELSEWHERE.asPredicate()).toList(), page.toString());
  }
}
