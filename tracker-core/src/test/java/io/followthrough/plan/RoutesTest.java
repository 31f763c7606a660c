package io.followthrough.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.ActionKind;
import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Team;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoutesTest {
  private static final People PEOPLE =
      new People(
          List.of(person("Alice Martin"), person("Bob Stone")),
          List.of(
              new Team("Payments", Optional.empty(), List.of("Alice Martin"), List.of("payments")),
              new Team("Web", Optional.of("Bob Stone"), List.of(), List.of("checkout"))),
          List.of(
              new ServiceEntry("checkout", List.of("basket", "Checkout-API"), Optional.empty())),
          List.of());
  private static final List<String> TRACKERS = List.of("backend", "payments", "platform");

  @Test
  void aSingleTrackerNeedsNoRoute() {
    Routes routes = new Routes(List.of(), List.of("backend"), PEOPLE);
    assertEquals("backend", place(routes, "Alice", List.of(), List.of()));
  }

  @Test
  void severalTrackersWithoutARouteTakeNothing() {
    assertEquals("nowhere", place(routes(), "Alice", List.of(), List.of()));
  }

  @Test
  void aTableWithoutAFittingRouteTakesNothingEvenOfASingleTracker() {
    Routes routes = new Routes(List.of(service("payments", "backend")), List.of("backend"), PEOPLE);
    assertEquals("nowhere", place(routes, "Alice", List.of(), List.of("search")));
  }

  @Test
  void theFirstFittingRouteWins() {
    Routes routes =
        routes(service("search", "platform"), service("payments", "payments"), always("backend"));
    assertEquals("payments", place(routes, "Zed", List.of("Payments"), List.of()));
    assertEquals("backend", place(routes, "Zed", List.of("mail"), List.of()));
  }

  @Test
  void whatTheItemSaysOfItselfComesBeforeItsDocument() {
    Routes routes = routes(service("payments", "payments"), service("search", "platform"));
    assertEquals("platform", place(routes, "Zed", List.of("search"), List.of("payments")));
    assertEquals("payments", place(routes, "Zed", List.of(), List.of("payments")));
  }

  @Test
  void aRouteWithoutAConditionDoesNotHideTheDocumentsRoutes() {
    Routes routes = routes(service("payments", "payments"), always("backend"));
    assertEquals("payments", place(routes, "Zed", List.of(), List.of("payments")));
  }

  @Test
  void aServiceGoesByAnyOfItsNames() {
    Routes routes = routes(service("BASKET", "payments"), always("backend"));
    assertEquals("payments", place(routes, "Zed", List.of("checkout-api"), List.of()));
    assertEquals("payments", place(routes, "Zed", List.of(), List.of("Checkout")));
  }

  @Test
  void theTeamOfTheOwnerIsTheItems() {
    Routes routes = routes(team("Web", "platform"), team("payments", "payments"));
    assertEquals("payments", place(routes, "Alice", List.of(), List.of("checkout")));
    assertEquals("platform", place(routes, "Web team", List.of(), List.of()));
  }

  @Test
  void theTeamOfTheDocumentIsThatOfItsService() {
    Routes routes = routes(team("Web", "platform"), always("backend"));
    assertEquals("platform", place(routes, "Zed", List.of(), List.of("basket")));
  }

  @Test
  void allConditionsOfARouteMustBeMet() {
    Route urgent =
        new Route(
            List.of(),
            List.of("Payments"),
            List.of("sev1"),
            List.of("wiki"),
            List.of(ActionKind.DETECTION),
            List.of("Approved"),
            Placement.in("payments"));
    Routes routes = routes(urgent, always("backend"));
    Promise promise = promise("Alice", List.of());
    assertEquals(
        Optional.of(Placement.in("payments")),
        routes.place(
            origin("wiki", List.of()), promise, PEOPLE.find("Alice"), Set.of("approved", "x")));
    assertEquals(
        Optional.of(Placement.in("backend")),
        routes.place(origin("wiki", List.of()), promise, PEOPLE.find("Alice"), Set.of()));
    assertEquals(
        Optional.of(Placement.in("backend")),
        routes.place(origin("docs", List.of()), promise, PEOPLE.find("Alice"), Set.of("approved")));
  }

  private static Routes routes(Route... routes) {
    return new Routes(List.of(routes), TRACKERS, PEOPLE);
  }

  private static Route service(String service, String tracker) {
    return new Route(
        List.of(service),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Placement.in(tracker));
  }

  private static Route team(String team, String tracker) {
    return new Route(
        List.of(),
        List.of(team),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Placement.in(tracker));
  }

  private static Route always(String tracker) {
    return Route.always(Placement.in(tracker));
  }

  private static String place(
      Routes routes, String owner, List<String> itemServices, List<String> incidentServices) {
    return routes
        .place(
            origin("docs", incidentServices),
            promise(owner, itemServices),
            PEOPLE.find(owner),
            List.of())
        .map(Placement::tracker)
        .orElse("nowhere");
  }

  private static Origin origin(String source, List<String> services) {
    Incident incident =
        new Incident(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("SEV1"),
            services,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Origin(source, "outage.md", Optional.empty(), incident);
  }

  private static Promise promise(String owner, List<String> services) {
    return new Promise(
        "Add an alert",
        "Add an alert",
        1,
        "list",
        Optional.of(owner),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.of(ActionKind.DETECTION),
        Optional.empty(),
        services);
  }

  private static Person person(String name) {
    return new Person(
        name,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
