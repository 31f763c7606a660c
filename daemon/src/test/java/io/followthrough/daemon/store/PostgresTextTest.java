package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PostgresTextTest {
  @Property
  void everyTextComesBack(@ForAll String text) {
    String written = PostgresText.encode(text);
    assertEquals(text, PostgresText.decode(written));
    assertFalse(written.contains("\u0000"));
  }

  @Test
  void whatTheDatabaseCannotHoldIsWrittenInDigits() {
    assertEquals("a\ufffe0000b\ufffed83d🛒\ufffefffe", PostgresText.encode("a\0b\ud83d🛒\ufffe"));
    assertEquals("a\0b\ud83d🛒\ufffe", PostgresText.decode("a\ufffe0000b\ufffed83d🛒\ufffefffe"));
  }
}
