package io.followthrough.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerSearchTest {
  private static final People PEOPLE =
      new People(
          List.of(
              person("Alice Martin", List.of("AM", "ali"), "alice@acme.io", "alice-m"),
              person("Bob Stone", List.of(), "bob@acme.io", "bstone"),
              person("Bob Miller", List.of(), "bob.miller@acme.io", "bmiller"),
              person("Jürgen Müller", List.of(), "jm@acme.io", "jm"),
              person("Søren Ærø", List.of(), "soren@acme.io", "soren"),
              person("田中 太郎", List.of(), "tanaka@acme.io", "ttanaka"),
              person("Jan van der Berg", List.of(), "jan@acme.io", "jvdb")),
          List.of(team("Payments"), team("Site Reliability"), team("Team Dagpenger")),
          List.of(),
          List.of());

  private static Person person(String name, List<String> aliases, String email, String github) {
    return new Person(
        name,
        aliases,
        Optional.of(email),
        Map.of("github", github, "jira", "5b10" + github, "slack", "U0" + github),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Team team(String name) {
    return new Team(name, Optional.empty(), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Alice Martin | Alice Martin",
        "  alice   MARTIN | Alice Martin",
        "**Alice Martin** | Alice Martin",
        "_Alice Martin_ | Alice Martin",
        "`@alice-m` | Alice Martin",
        "AM | Alice Martin",
        "ali | Alice Martin",
        "@ali | Alice Martin",
        "alice@acme.io | Alice Martin",
        "mailto:alice@acme.io | Alice Martin",
        "Alice <alice@acme.io> | Alice Martin",
        "@alice-m | Alice Martin",
        "@Alice-M | Alice Martin",
        "[~5b10alice-m] | Alice Martin",
        "[~accountid:5b10alice-m] | Alice Martin",
        "[@alice-m](https://github.com/alice-m) | Alice Martin",
        "[our hero](https://github.com/alice-m/) | Alice Martin",
        "Alice | Alice Martin",
        "@Alice | Alice Martin",
        "Martin, Alice | Alice Martin",
        "van der Berg, Jan | Jan van der Berg",
        "Alice M. | Alice Martin",
        "A. Martin | Alice Martin",
        "Martin | Alice Martin",
        "Owner: Alice Martin | Alice Martin",
        "**Owner:** Alice | Alice Martin",
        "Dr. Alice Martin | Alice Martin",
        "Jurgen Muller | Jürgen Müller",
        "Juergen Mueller | Jürgen Müller",
        "JÜRGEN | Jürgen Müller",
        "Soren Aero | Søren Ærø",
        "田中 太郎 | 田中 太郎",
        "田中さん | 田中 太郎",
        "太郎 田中 | 田中 太郎",
        "Alice Martin (Payments) | Alice Martin",
        "Alice Martin – SRE | Alice Martin",
        "Payments team (Alice) | Alice Martin",
        "SRE / Alice | Alice Martin",
      })
  void aPersonIsFoundByWhatDocumentsWrite(String written, String name) {
    assertEquals(Optional.of(name), PEOPLE.find(written).person().map(Person::name), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alice and Bob",
        "Alice/Bob Stone",
        "Alice Martin, Bob Stone",
        "@alice-m, @bstone",
        "@alice-m @bstone",
        "@alice-m/@bstone",
        "Alice & Bob",
        "Alice + Bob",
        "Alice und Bob",
        "Alice、田中",
        "Alice (with Bob)",
        "Alice; Zed",
        "Alice, Payments team",
      })
  void ofSeveralPeopleTheFirstIsAsked(String written) {
    assertEquals(
        Optional.of("Alice Martin"), PEOPLE.find(written).person().map(Person::name), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bob", "Zed", "Zed and Alice", "@zed", "@alice", "zed@acme.io", "Ann Lee"})
  void whoeverTheDirectoryDoesNotTellApartIsUnknown(String written) {
    assertEquals(Owner.Standing.UNKNOWN, PEOPLE.find(written).standing(), written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Payments | Payments",
        "payments team | Payments",
        "Team Payments | Payments",
        "the Payments team | Payments",
        "@acme/payments | Payments",
        "@acme/site-reliability | Site Reliability",
        "site-reliability | Site Reliability",
        "Payments, Site Reliability | Payments",
        "teamdagpenger | Team Dagpenger",
        "dagpenger | Team Dagpenger",
        "TBD (Payments) | Payments",
      })
  void aTeamOfTheConfigurationIsATeam(String written, String team) {
    Owner owner = PEOPLE.find(written);
    assertEquals(Owner.Standing.TEAM, owner.standing(), written);
    assertEquals(Optional.of(team), owner.team());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Checkout team",
        "@acme/checkout",
        "Growth Squad",
        "#checkout",
        "決済チーム",
        "équipe web"
      })
  void aTeamThatNobodyConfiguredIsATeamToo(String written) {
    Owner owner = PEOPLE.find(written);
    assertEquals(Owner.Standing.TEAM, owner.standing(), written);
    assertEquals(Optional.empty(), owner.team());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "—",
        "?",
        "???",
        "TBD",
        "**TBD**",
        "tba",
        "N/A",
        "n/a",
        "none",
        "everyone",
        "@everyone",
        "@here",
        "all",
        "we",
        "us",
        "someone",
        "the team",
        "our team",
        "team",
        "on-call",
        "On-call engineer",
        "SRE",
        "engineering",
        "Incident Commander",
        "owner",
        "@owner",
        "[name]",
        "<name>",
        "{{ owner }}",
        "_TBD_",
        "TBD/TBA",
        "SRE / on-call",
        "Alice?",
        "Owner: TBD",
        "alle",
        "tout le monde",
        "todos",
        "全員",
        "担当者",
        "待定",
        "未定"
      })
  void aRoleOrEverybodyIsNobody(String written) {
    assertEquals(Owner.Standing.NOBODY, PEOPLE.find(written).standing(), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice Martin", "@alice-m", "alice@acme.io", "Alice", "田中さん"})
  void inAnEmptyDirectoryANameIsUnknownAndNotNobody(String written) {
    assertEquals(Owner.Standing.UNKNOWN, People.nobody().find(written).standing(), written);
  }

  @Test
  void aTeamThatIsCalledLikeARoleIsATeam() {
    People people = new People(List.of(), List.of(team("SRE")), List.of(), List.of());
    assertEquals(Owner.Standing.TEAM, people.find("SRE").standing());
  }

  @Test
  void aNameBeatsTheAliasOfAnother() {
    People people =
        new People(
            List.of(
                person("Alice Martin", List.of("Bob Stone"), "a@acme.io", "a"),
                person("Bob Stone", List.of(), "b@acme.io", "b")),
            List.of(),
            List.of(),
            List.of());
    assertEquals(Optional.of("Bob Stone"), people.find("Bob Stone").person().map(Person::name));
  }

  @Property
  void whateverIsWrittenIsKept(@ForAll String written) {
    assertEquals(written, PEOPLE.find(written).written());
  }
}
