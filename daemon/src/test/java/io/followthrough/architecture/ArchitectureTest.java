package io.followthrough.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.followthrough.architecture.Walls.PURE;
import static io.followthrough.architecture.Walls.PURE_IO;
import static io.followthrough.architecture.Walls.oursOutside;
import static io.followthrough.architecture.Walls.readsTheClock;
import static io.followthrough.architecture.Walls.throwsDice;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import io.followthrough.tracker.TrackerFactory;
import org.junit.jupiter.api.Test;

/** Who may depend on whom, and on what; see docs/decisions and the table of packages. */
final class ArchitectureTest {
  private static final JavaClasses PROGRAM = Walls.program();

  @Test
  void whatDecidesTouchesNoFileNoSocketAndNoLogger() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(PURE_IO)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..")
            .because("values go in and values come out"));
  }

  @Test
  void whatDecidesIsToldTheTimeAndThrowsNoDice() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .areNotAssignableTo(SourceSettings.class)
            .should()
            .callMethodWhere(readsTheClock())
            .orShould()
            .accessTargetWhere(throwsDice())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.InstantSource")
            .because("`now` is an argument"));
  }

  @Test
  void onlyTheCompositionReadsTheClock() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.followthrough.daemon.app..")
            .should()
            .callMethodWhere(readsTheClock())
            .because("whoever needs the time gets a clock from daemon.app"));
  }

  @Test
  void theTrackerInterfaceDependsOnNothingOfOurs() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.followthrough.tracker..")
            .should()
            .dependOnClassesThat(oursOutside("io.followthrough.tracker..")));
  }

  @Test
  void okhttpStaysAtTheEdge() {
    only(
        "the tracker's edge is the only place that speaks HTTP",
        "okhttp3..",
        "io.followthrough.http..",
        "io.followthrough.connector..",
        "io.followthrough.daemon.app..",
        "io.followthrough.daemon.channel..",
        "io.followthrough.daemon.source..");
  }

  @Test
  void jacksonStaysAtTheEdge() {
    only(
        "JSON ends where it enters",
        "com.fasterxml.jackson..",
        "io.followthrough.http..",
        "io.followthrough.connector..",
        "io.followthrough.daemon.app..",
        "io.followthrough.daemon.channel..",
        "io.followthrough.daemon.cli..",
        "io.followthrough.daemon.config..",
        "io.followthrough.daemon.embedded..",
        "io.followthrough.daemon.review..",
        "io.followthrough.daemon.source..",
        "io.followthrough.daemon.status..",
        "io.followthrough.daemon.store..",
        "io.followthrough.daemon.web..");
  }

  @Test
  void eachLibraryHasOneRoom() {
    String store = "io.followthrough.daemon.store..";
    only("the store is a port's one adapter", "java.sql..", store);
    only("the store is a port's one adapter", "javax.sql..", store);
    only("the store is a port's one adapter", "com.zaxxer.hikari..", store);
    only("the store is a port's one adapter", "org.flywaydb..", store);
    only("schedule is a port", "org.quartz..", "io.followthrough.daemon.schedule..");
    only("nobody else repeats a call", "io.github.resilience4j..", "io.followthrough.sync..");
    only("blocks are all that others see", "org.commonmark..", "io.followthrough.document..");
    only("blocks are all that others see", "org.jsoup..", "io.followthrough.document..");
    only("an App is GitHub's", "com.auth0..", "io.followthrough.connector.github..");
    only("a source is a port", "org.eclipse.jgit..", "io.followthrough.daemon.source..");
    only("a channel is a port", "jakarta.mail..", "io.followthrough.daemon.channel..");
    only("a channel is a port", "org.eclipse.angus..", "io.followthrough.daemon.channel..");
    only("commands are the outermost skin", "picocli..", "io.followthrough.daemon.cli..");
  }

  @Test
  void aConnectorNeverSeesAnother() {
    check(slices().matching("io.followthrough.connector.(*)..").should().notDependOnEachOther());
  }

  @Test
  void aConnectorDecidesNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.followthrough.connector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.followthrough.extract..",
                "io.followthrough.gate..",
                "io.followthrough.plan..",
                "io.followthrough.followup..",
                "io.followthrough.review..",
                "io.followthrough.ledger..",
                "io.followthrough.sync..",
                "io.followthrough.notify..")
            .because("it carries what others decided"));
  }

  @Test
  void aConnectorShowsOnlyItsFactory() {
    check(
        classes()
            .that()
            .resideInAPackage("io.followthrough.connector..")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should()
            .beAssignableTo(TrackerFactory.class)
            .orShould()
            .beAssignableTo(SourceFactory.class));
  }

  @Test
  void packagesDependOnEachOtherOneWay() {
    check(slices().matching("io.followthrough.(*)..").should().beFreeOfCycles());
  }

  @Test
  void aNameSaysWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Service|Impl|Util|Utils)(\\$.*)?")
            .because("each of these names could stand for anything"));
    check(
        noClasses()
            .should()
            .resideInAnyPackage(
                "io.followthrough..util..",
                "io.followthrough..common..",
                "io.followthrough..impl..",
                "io.followthrough..helper..")
            .because("a room is named for what lives in it"));
  }

  private static void only(String reason, String library, String... rooms) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(rooms)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(reason));
  }

  private static void check(ArchRule rule) {
    rule.check(PROGRAM);
  }
}
