package io.followthrough.daemon.quarter;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An organisation of forty people in six teams, half of them in Paris and half in New York, with
 * its twelve services and three trackers.
 */
public final class Organisation {
  /** Whom everybody else reports to in the end. */
  public static final String DIRECTOR = "Iris Vaughan";

  private static final String PARIS = "Europe/Paris";
  private static final String NEW_YORK = "America/New_York";

  /** A team: its lead, its members, where they sit, what they run and where they work. */
  public record Crew(
      String name,
      String lead,
      List<String> members,
      String zone,
      List<String> services,
      String tracker) {
    public Crew {
      members = List.copyOf(members);
      services = List.copyOf(services);
    }
  }

  /** The six teams. */
  public static final List<Crew> CREWS =
      List.of(
          new Crew(
              "Payments",
              "Victor Prime",
              List.of("Alice Martin", "Bob Stone", "Chloe Petit", "Denis Roux", "Emma Blanc"),
              PARIS,
              List.of("payments", "billing"),
              "payments"),
          new Crew(
              "Checkout",
              "Hana Suzuki",
              List.of("Felix Garnier", "Gina Lopez", "Hugo Marchand", "Ines Caron", "Jules Faure"),
              PARIS,
              List.of("checkout", "basket"),
              "web"),
          new Crew(
              "Search",
              "Nils Berg",
              List.of("Karim Haddad", "Lena Vogt", "Mona Keller", "Noah Weiss", "Olga Sorel"),
              PARIS,
              List.of("search", "catalogue"),
              "web"),
          new Crew(
              "Platform",
              "Rosa Delgado",
              List.of(
                  "Paul Archer",
                  "Quinn Dale",
                  "Rita Moss",
                  "Sam Porter",
                  "Tara Nolan",
                  "Umar Aziz"),
              NEW_YORK,
              List.of("gateway", "message-bus"),
              "platform"),
          new Crew(
              "Data",
              "Walter Finch",
              List.of("Vera Lind", "Wade Cole", "Xenia Ray", "Yann Brook", "Zoe Hart"),
              NEW_YORK,
              List.of("warehouse", "orders-db"),
              "platform"),
          new Crew(
              "Identity",
              "Grace Obi",
              List.of("Adam Frost", "Bella Kerr", "Cyrus Nash", "Dora Webb", "Evan Pike"),
              NEW_YORK,
              List.of("login", "accounts"),
              "platform"));

  private static final List<String> MANAGERS = List.of("Marc Duval", "Nora Steele");

  private Organisation() {}

  /** Everybody, forty people. */
  public static List<String> people() {
    Stream<String> crews =
        CREWS.stream()
            .flatMap(crew -> Stream.concat(Stream.of(crew.lead()), crew.members().stream()));
    return Stream.of(crews, MANAGERS.stream(), Stream.of(DIRECTOR)).flatMap(it -> it).toList();
  }

  /** The login of a person in every tracker. */
  public static String login(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Where somebody works, by the clock on their wall. */
  public static ZoneId zoneOf(String name) {
    return ZoneId.of(
        CREWS.stream()
            .filter(crew -> crew.lead().equals(name) || crew.members().contains(name))
            .map(Crew::zone)
            .findFirst()
            .orElse(PARIS));
  }

  /** The team that runs a service. */
  public static Crew crewOf(String service) {
    return CREWS.stream()
        .filter(crew -> crew.services().contains(service))
        .findFirst()
        .orElseThrow();
  }

  /** The configuration, with postmortems in the folder {@code postmortems} beside it. */
  public static String yaml() {
    return """
        installation: acme-sre
        contact: "#reliability"
        postmortem-ticket: off
        sources:
          - { name: docs, type: directory, path: ./postmortems, since: 2026-07-01 }
        trackers:
          - { name: payments, type: embedded }
          - { name: web, type: embedded }
          - { name: platform, type: embedded }
        limits: { max-creates-per-cycle: 200 }
        gate: { due-default: { critical: 14d, high: 30d, medium: 60d, low: 90d } }
        follow-up:
          time-zone: Europe/Paris
          holidays: [2026-11-11, 2026-11-26, 2026-12-25]
          overdue:
            - { after: 0d, notify: [owner] }
            - { after: 7d, notify: [owner, incident-owner] }
            - { after: 21d, notify: [team-lead] }
            - { after: 42d, notify: [manager, leadership], raise-priority: true }
          profiles: { urgent: { nudge-every: 7d } }
        leadership: [%s]
        """
            .formatted(DIRECTOR)
        + "services:\n"
        + CREWS.stream().map(Organisation::services).collect(Collectors.joining())
        + "teams:\n"
        + CREWS.stream().map(Organisation::team).collect(Collectors.joining())
        + "routes:\n"
        + "  - { severity: [SEV1], service: [payments, billing], tracker: payments, profile: urgent }\n"
        + CREWS.stream().map(Organisation::route).collect(Collectors.joining())
        + "people:\n"
        + CREWS.stream().map(Organisation::crew).collect(Collectors.joining())
        + MANAGERS.stream().map(name -> person(name, PARIS, DIRECTOR)).collect(Collectors.joining())
        + person(DIRECTOR, PARIS, "");
  }

  private static String services(Crew crew) {
    return crew.services().stream()
        .map(name -> "  - { name: " + name + ", owner: " + crew.lead() + " }\n")
        .collect(Collectors.joining());
  }

  private static String team(Crew crew) {
    return "  - { name: "
        + crew.name()
        + ", lead: "
        + crew.lead()
        + ", members: ["
        + String.join(", ", crew.members())
        + "], services: ["
        + String.join(", ", crew.services())
        + "] }\n";
  }

  private static String route(Crew crew) {
    return "  - { service: ["
        + String.join(", ", crew.services())
        + "], tracker: "
        + crew.tracker()
        + " }\n";
  }

  private static String crew(Crew crew) {
    String manager = MANAGERS.get(crew.zone().equals(PARIS) ? 0 : 1);
    return person(crew.lead(), crew.zone(), manager)
        + crew.members().stream()
            .map(name -> person(name, crew.zone(), manager))
            .collect(Collectors.joining());
  }

  private static String person(String name, String zone, String manager) {
    String accounts =
        Stream.of("payments", "web", "platform")
            .map(tracker -> tracker + ": " + login(name))
            .collect(Collectors.joining(", "));
    return "  - { name: "
        + name
        + ", time-zone: "
        + zone
        + ", accounts: { "
        + accounts
        + " }"
        + (manager.isEmpty() ? "" : ", manager: " + manager)
        + Absences.of(name)
        + " }\n";
  }
}
