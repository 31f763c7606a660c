package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, where there is one. */
final class BrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern TITLE = Pattern.compile("(?s)<title>(.*?)</title>");

  @TempDir private Path folder = Path.of("");
  private int profiles;

  @TestFactory
  Stream<DynamicTest> pagesInChromium() {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      assertFalse(
          "1".equals(System.getenv("FOLLOWTHROUGH_REQUIRE_ALL_SUITES")), "Chromium is not here");
      System.out.println("The pages are not tried in a browser: Chromium is not here.");
      return Stream.empty();
    }
    String browser = chromium.get().toString();
    return Stream.of(
        DynamicTest.dynamicTest("hostile words stay words", () -> hostileWords(browser)),
        DynamicTest.dynamicTest("a telephone shows it", () -> narrow(browser)));
  }

  private void hostileWords(String browser) throws IOException, InterruptedException {
    try (Site site = Site.of(Quarter.lived())) {
      String page = run(browser, "--dump-dom", site.at("/items/" + Quarter.id(4)).toString());
      assertFalse(page.contains("<script"), page);
      assertFalse(page.contains("<img src=\"x\""), page);
      assertTrue(page.contains("&lt;script&gt;document.title='owned'"), page);
      String title = TITLE.matcher(page).results().findFirst().orElseThrow().group(1);
      assertTrue(title.endsWith("· Followthrough"), title);
    }
  }

  private void narrow(String browser) throws IOException, InterruptedException {
    try (Site site = Site.of(Quarter.lived())) {
      Path picture = folder.resolve("page.png");
      String page = site.at("/").toString();
      String said = run(browser, "--window-size=360,800", "--screenshot=" + picture, page);
      assertTrue(Files.exists(picture), said);
      assertEquals(360, ImageIO.read(picture.toFile()).getWidth());
      int background = ImageIO.read(picture.toFile()).getRGB(1, 790);
      assertEquals(0xFFF6F7F9, background, "the style sheet was taken");
    }
  }

  private String run(String browser, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile-" + profiles++)));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out-" + profiles).toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the browser does not come to an end");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(out.toPath(), StandardCharsets.UTF_8);
  }

  private static Optional<Path> chromium() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
