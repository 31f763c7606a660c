package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aRotatedSecretIsReadAnew() throws IOException {
    Map<String, String> environment = new HashMap<>(Map.of("TOKEN", "first"));
    Secret variable = Secret.of("${env:TOKEN}", folder, environment);
    Secret file = Secret.of("${file:token}", folder, environment);
    Files.writeString(folder.resolve("token"), "one\n");
    assertEquals("first", variable.reveal());
    assertEquals("one", file.reveal());
    environment.put("TOKEN", "second");
    Files.writeString(folder.resolve("token"), "two\r\n");
    assertEquals("second", variable.reveal());
    assertEquals("two", file.reveal());
  }

  @Test
  void aCredentialIsAFileThatTheServiceManagerHandsOver() throws IOException {
    Files.writeString(folder.resolve("jira"), "t0ken");
    Map<String, String> environment = Map.of("CREDENTIALS_DIRECTORY", folder.toString());
    Secret secret = Secret.of("${credential:jira}", Path.of("/"), environment);
    assertEquals("t0ken", secret.reveal());
    Secret outside = Secret.of("${credential:../jira}", Path.of("/"), environment);
    assertThrows(SecretMissingException.class, outside::reveal);
  }

  @Test
  void aSecretPrintsStarsAndEqualsOnlyItself() {
    Map<String, String> environment = Map.of("TOKEN", "hunter2");
    Secret secret = Secret.of("${env:TOKEN}", folder, environment);
    assertEquals("***", secret.toString());
    assertNotEquals(secret, Secret.of("${env:TOKEN}", folder, environment));
    assertEquals(secret, secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "Bearer ${env:A}", "${env:}", "${vault:hunter2}", "$TOKEN"})
  void whatIsNoReferenceIsRefusedAndNotRepeated(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Secret.of(text, folder, Map.of()));
    assertFalse(String.valueOf(e.getMessage()).contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:GONE}",
        "${env:EMPTY}",
        "${file:gone}",
        "${file:empty}",
        "${file:.}",
        "${credential:gone}"
      })
  void aSecretThatIsNotThereSaysWhereItShouldBe(String reference) throws IOException {
    Files.writeString(folder.resolve("empty"), "\n");
    Secret secret = Secret.of(reference, folder, Map.of("EMPTY", ""));
    assertThrows(SecretMissingException.class, secret::reveal);
  }
}
