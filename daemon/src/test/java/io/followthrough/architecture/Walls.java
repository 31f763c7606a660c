package io.followthrough.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;

/** What the rules of the architecture speak of: the program's classes, and what counts as I/O. */
final class Walls {
  /** The packages that decide. */
  static final String[] PURE = {
    "io.followthrough.document..",
    "io.followthrough.item..",
    "io.followthrough.extract..",
    "io.followthrough.gate..",
    "io.followthrough.plan..",
    "io.followthrough.followup..",
    "io.followthrough.review.."
  };

  private static final Set<String> IO_VALUES =
      Set.of(
          "java.io.IOException",
          "java.io.Reader",
          "java.io.Serial",
          "java.io.Serializable",
          "java.io.StringReader",
          "java.io.StringWriter",
          "java.io.UncheckedIOException",
          "java.io.Writer",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder");

  /** Files, streams and sockets, but not their names. */
  static final DescribedPredicate<JavaClass> PURE_IO =
      describe(
          "do I/O",
          type ->
              resideInAnyPackage(
                          "java.io..",
                          "java.net..",
                          "java.nio",
                          "java.nio.channels..",
                          "java.nio.file..",
                          "javax.net..")
                      .test(type)
                  && !IO_VALUES.contains(type.getName()));

  private static final Set<String> CLOCKS =
      Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds");

  private Walls() {}

  /** Everything that is shipped, from every module. */
  static JavaClasses program() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("io.followthrough");
  }

  static DescribedPredicate<JavaClass> oursOutside(String packages) {
    return resideInAPackage("io.followthrough..").and(not(resideInAPackage(packages)));
  }

  /** The time of the machine: java.time's {@code now}, system clocks, System's two counters. */
  static DescribedPredicate<JavaMethodCall> readsTheClock() {
    return describe(
        "reads the machine's clock",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getName();
          return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock", "java.time.InstantSource" -> CLOCKS.contains(name);
            default ->
                owner.startsWith("java.time.")
                    && name.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
          };
        });
  }

  static DescribedPredicate<JavaAccess<?>> throwsDice() {
    return describe(
        "asks for randomness",
        access -> {
          String owner = access.getTargetOwner().getName();
          return owner.startsWith("java.util.random.")
              || owner.equals("java.util.Random")
              || owner.equals("java.security.SecureRandom")
              || (owner.equals("java.lang.Math") && access.getName().equals("random"))
              || (owner.equals("java.util.UUID") && access.getName().equals("randomUUID"));
        });
  }
}
