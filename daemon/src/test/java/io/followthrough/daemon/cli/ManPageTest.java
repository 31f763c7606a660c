package io.followthrough.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The manual and the completion are made of what the commands say of themselves. */
final class ManPageTest {
  private final Program program = new Program(Map.of(), () -> Instant.EPOCH);

  private String page(String... command) {
    Program.Result result = program.run(command);
    assertEquals(0, result.exitCode(), result::err);
    return result.out();
  }

  @Test
  void thePageOfTheProgramNamesEveryCommandAndExitCode() {
    String page = page("man");
    assertTrue(page.startsWith(".TH FOLLOWTHROUGH 1"), page);
    for (String command : List.of("run", "sync", "backup", "restore", "migrate", "man")) {
      assertTrue(page.contains("\\fB" + command + "\\fR"), command);
      assertTrue(page("man", command).startsWith(".TH FOLLOWTHROUGH-"), command);
    }
    assertTrue(page.contains("\\fB4\\fR"), page);
  }

  @Test
  void aPageNamesOptionsArgumentsAndDefaultsAndNothingIsLeftToFillIn() {
    String page = page("man", "migrate");
    assertTrue(page.contains("\\-\\-to URL"), page);
    assertTrue(page.contains("Default: followthrough.yaml."), page);
    assertTrue(page.contains("${env:NAME}"), page);
    assertFalse(page.contains("DEFAULT"), page);
    assertTrue(page("man", "restore").contains("\\fBFILE\\fR"));
  }

  @Test
  void whatIsNoCommandHasNoPage() {
    assertEquals(2, program.run("man", "nothing").exitCode());
  }

  @Test
  void theCompletionKnowsCommandsAndOptions() {
    String script = page("completion");
    assertTrue(script.contains("complete -F _complete_followthrough"), script);
    assertTrue(script.contains("backup"), script);
    assertTrue(script.contains("--offline"), script);
  }
}
