package io.followthrough.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a compiler does not see in the sources. */
final class SourceFilesTest {
  private static final int LONGEST = 400;
  private static final int LONGEST_TEST = 600;
  private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(|\\.sleep\\(\\d");
  private static final Pattern LEFT_BEHIND =
      Pattern.compile("//.*\\b(TODO|FIXME|XXX)\\b|\\.printStackTrace\\(");

  @Test
  void noFileIsLongerThanAReaderCanHold() {
    assertNone(file -> lines(file).size() > (isTest(file) ? LONGEST_TEST : LONGEST));
  }

  @Test
  void noTestSleeps() {
    assertNone(file -> isTest(file) && mentions(file, SLEEP));
  }

  @Test
  void nothingIsLeftForLater() {
    assertNone(file -> mentions(file, LEFT_BEHIND));
  }

  private static void assertNone(Predicate<Path> wrong) {
    List<Path> sources = sources();
    assertTrue(sources.size() > 10, "the sources are not where they were");
    assertEquals(List.of(), sources.stream().filter(wrong).toList());
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("/src/test/");
  }

  private static boolean mentions(Path file, Pattern words) {
    return !file.endsWith("SourceFilesTest.java")
        && lines(file).stream().anyMatch(words.asPredicate());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surefire starts a test in its module's folder. */
  private static List<Path> sources() {
    Path root = Path.of("..").toAbsolutePath().normalize();
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceFilesTest::javaFiles)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
