package io.followthrough.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimilarityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert for replication lag | add alert: replication lag!",
        "Adding alerts for the replication lag | Added an alert for replication lag",
        "Rotate the signing keys | The signing keys, rotated",
        "複製遅延のアラートを追加する | 複製遅延のアラートを追加する。",
      })
  void theSameWordsAreTheSameTitle(String one, String other) {
    assertTrue(Similarity.between(one, other) > 0.9, () -> one + " / " + other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert for replication lag | Add an alert for replication lag above 30 s",
        "Write a runbook for database failover | Write the runbook for failover of the database",
        "複製遅延のアラートを追加する | 複製遅延が30秒を超えたときのアラートを追加する",
        "Set a timeout on calls to billing | Set a 5 s timeout on all calls to the billing API",
      })
  void aRewordedTitleIsNearerThanHalf(String one, String other) {
    double similarity = Similarity.between(one, other);
    assertTrue(similarity > 0.5 && similarity < 1, () -> similarity + ": " + one + " / " + other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert for replication lag | Write a runbook for failover",
        "We should be in it for the team | We should be in it for the money",
        "複製遅延のアラートを追加する | 手順書を作成する",
        "Document the rollback of the gateway | Add a canary stage to the gateway",
      })
  void otherWorkIsAnotherTitle(String one, String other) {
    double similarity = Similarity.between(one, other);
    assertTrue(similarity < 0.6, () -> similarity + ": " + one + " / " + other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert for replication lag of payments | Alert: add for the replication lag of payments | true",
        "Add an alert for replication lag of payments | Add an alert for all replication lag of payments | true",
        "Add an alert for replication lag of payments | Add an alert for replication lag of billing | false",
        "Page the owner of billing ten days before a certificate expires | Page the owner of login ten days before a certificate expires | false",
        "Add an alert | Add an alert for replication lag of payments | false",
      })
  void nearIsTheSameWorkInOtherOrderOrWithAWordMore(String one, String other, boolean near) {
    assertEquals(near, Similarity.of(one).isNear(Similarity.of(other)));
  }

  @Property
  void nearTitlesHaveAKeyInCommon(
      @ForAll @Size(min = 1, max = 12) List<@From("words") String> words,
      @ForAll @Size(max = 3) List<@From("words") String> more,
      @ForAll @IntRange(max = 3) int fewer) {
    Similarity one = Similarity.of(String.join(" ", words));
    List<String> edited = new ArrayList<>(more);
    edited.addAll(words.subList(Math.min(fewer, words.size()), words.size()));
    Similarity other = Similarity.of(String.join(" ", edited));
    boolean near = one.isNear(other);
    Statistics.label("near").collect(near);
    assertTrue(!near || one.keys().stream().anyMatch(other.keys()::contains));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "add alert for the replication lag of a page runbook failover we should test in staging"
            .split(" ", -1));
  }

  @Test
  void titlesWithoutAWordAreNotAlike() {
    assertEquals(0, Similarity.between("", ""));
    assertEquals(0, Similarity.between("—", "…"));
  }

  @Property
  void everyTitleWithAWordIsLikeItself(@ForAll @StringLength(max = 60) String title) {
    double expected = Words.normalise(title).isEmpty() ? 0 : 1;
    assertEquals(expected, Similarity.between(title, title));
  }

  @Property
  void likenessGoesBothWaysAndStaysBetweenNoughtAndOne(
      @ForAll @StringLength(max = 60) String one, @ForAll @StringLength(max = 60) String other) {
    double similarity = Similarity.between(one, other);
    assertEquals(similarity, Similarity.between(other, one), 1e-9);
    assertTrue(similarity >= 0 && similarity <= 1);
  }
}
