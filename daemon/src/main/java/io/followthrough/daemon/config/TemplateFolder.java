package io.followthrough.daemon.config;

import io.followthrough.followup.Notice;
import io.followthrough.followup.Template;
import io.followthrough.followup.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with somebody's own wording: a file for each kind of message, such as nudge.md. */
public final class TemplateFolder {
  private static final int LARGEST = 1 << 20;
  private static final String ENDING = ".md";

  private TemplateFolder() {}

  /**
   * Reads a folder that was checked with the configuration.
   *
   * @throws ConfigProblems where it is no longer right
   */
  public static Templates read(Path folder) {
    Problems problems = new Problems();
    Templates templates = read(folder, folder.toString(), problems);
    if (!problems.isEmpty()) {
      throw new ConfigProblems(problems.all());
    }
    return templates;
  }

  static Templates read(Path folder, String shown, Problems problems) {
    Map<Notice.Kind, Template> templates = new EnumMap<>(Notice.Kind.class);
    for (Path file : files(folder, shown, problems)) {
      String name = file.getFileName().toString();
      String path = shown + "/" + name;
      String word = name.substring(0, name.length() - ENDING.length());
      Optional<Notice.Kind> kind = Notice.Kind.ofWord(word);
      if (kind.isEmpty()) {
        List<String> words = Stream.of(Notice.Kind.values()).map(Notice.Kind::word).toList();
        problems.add(
            new Problem(
                path,
                0,
                0,
                "",
                "is the wording of no message; there are " + String.join(", ", words),
                Nearest.hint(word, words)));
        continue;
      }
      TextFile.read(file, path, LARGEST, problems)
          .flatMap(text -> parsed(path, text, problems))
          .ifPresent(template -> templates.put(kind.get(), template));
    }
    return new Templates(templates);
  }

  private static List<Path> files(Path folder, String shown, Problems problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted()
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      problems.add(new Problem(shown, 0, 0, "", "is no folder that can be read", Optional.empty()));
      return List.of();
    }
  }

  private static Optional<Template> parsed(String path, String text, Problems problems) {
    try {
      return Optional.of(Template.parse(text));
    } catch (Template.Mistake e) {
      String message = String.valueOf(e.getMessage());
      problems.add(new Problem(path, e.line(), 1, "", message, Optional.empty()));
      return Optional.empty();
    }
  }
}
