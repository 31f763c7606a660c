package io.followthrough.daemon.app;

import io.followthrough.daemon.config.ConfidentialCondition;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.FollowUpConfig;
import io.followthrough.daemon.config.GateConfig;
import io.followthrough.daemon.config.LadderConfig;
import io.followthrough.daemon.config.Mode;
import io.followthrough.daemon.config.OverdueStep;
import io.followthrough.daemon.config.RouteConfig;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.config.TemplateFolder;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.cycle.Confirmations;
import io.followthrough.daemon.cycle.DocumentPolicies;
import io.followthrough.daemon.cycle.Secrecy;
import io.followthrough.extract.ExtractRules;
import io.followthrough.followup.DigestRhythm;
import io.followthrough.followup.EscalationStep;
import io.followthrough.followup.FollowUpPolicy;
import io.followthrough.followup.Profiles;
import io.followthrough.followup.Role;
import io.followthrough.followup.Templates;
import io.followthrough.followup.WorkCalendar;
import io.followthrough.gate.GateRules;
import io.followthrough.gate.Level;
import io.followthrough.gate.Rule;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Lapse;
import io.followthrough.item.Placement;
import io.followthrough.item.Priority;
import io.followthrough.item.Words;
import io.followthrough.plan.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration in the words of the parts that decide. */
final class Rules {
  /** Another number has every document read again after an upgrade that reads or judges better. */
  private static final String GENERATION = "1";

  /** "Off" for a nudge: further away than any ticket lives. */
  private static final Lapse NEVER = Lapse.ofDays(36_500);

  private Rules() {}

  /** Changes whenever a document could be read or judged otherwise. */
  static String fingerprint(Configuration configuration) {
    return Words.fingerprint(
        GENERATION,
        configuration.sources().toString(),
        configuration.trackers().toString(),
        configuration.teams().toString(),
        configuration.services().toString(),
        configuration.people().toString(),
        configuration.routes().toString(),
        configuration.gate().toString(),
        configuration.extract().toString(),
        configuration.confidential().toString());
  }

  static GateRules gate(Configuration configuration) {
    GateConfig config = configuration.gate();
    Map<Rule, Level> levels = new EnumMap<>(Rule.class);
    config
        .rules()
        .forEach(
            (word, effect) ->
                Rule.of(word).ifPresent(rule -> levels.put(rule, Level.valueOf(effect.name()))));
    Map<Priority, Lapse> defaults = new EnumMap<>(Priority.class);
    config.dueDefault().forEach((word, lapse) -> defaults.put(priority(word), lapse));
    return new GateRules(levels, config.maxItems(), defaults, config.sprints());
  }

  private static Priority priority(String word) {
    return Priority.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static List<Route> routes(Configuration configuration) {
    return configuration.routes().stream().map(Rules::route).toList();
  }

  private static Route route(RouteConfig config) {
    return new Route(
        config.services(),
        config.teams(),
        config.severities(),
        config.sources(),
        config.kinds().stream()
            .map(kind -> ActionKind.valueOf(kind.toUpperCase(Locale.ROOT)))
            .toList(),
        List.of(),
        new Placement(
            config.tracker(),
            config.project(),
            config.issueType(),
            config.labels(),
            config.parent(),
            config.profile(),
            config.triage()));
  }

  static Secrecy secrecy(Configuration configuration) {
    List<Secrecy.Sign> signs = new ArrayList<>();
    for (ConfidentialCondition condition : configuration.confidential().when()) {
      String value = condition.value().orElse("");
      switch (condition.sign()) {
        case RESTRICTED_PAGE -> {}
        case LABEL -> signs.add(new Secrecy.Sign(Secrecy.Place.LABEL, value));
        case FRONT_MATTER -> signs.add(new Secrecy.Sign(Secrecy.Place.FRONT_MATTER, value));
        case PATH -> signs.add(new Secrecy.Sign(Secrecy.Place.PATH, value));
        case SEVERITY -> signs.add(new Secrecy.Sign(Secrecy.Place.SEVERITY, value));
      }
    }
    return new Secrecy(signs, configuration.confidential().onlyTracker());
  }

  static DocumentPolicies policies(Configuration configuration) {
    ZoneId zone = configuration.followUp().timeZone();
    ExtractRules rules =
        ExtractRules.of(configuration.extract().headings(), configuration.extract().columns());
    Map<String, DocumentPolicies.Policy> policies = new HashMap<>();
    for (SourceConfig source : configuration.sources()) {
      policies.put(
          source.name(),
          new DocumentPolicies.Policy(
              firstRun -> source.since().firstDate(firstRun.atZone(zone)),
              source.history() == SourceConfig.History.LEARN,
              source.ready().label(),
              source.ready().frontMatter().map(wanted -> Map.entry(wanted.key(), wanted.value())),
              source.ready().after(),
              zone,
              rules));
    }
    return new DocumentPolicies(policies);
  }

  /** The trackers that may hold what is private, though everybody reads them. */
  static Set<String> takesPrivate(Configuration configuration) {
    return configuration.trackers().stream()
        .filter(TrackerConfig::isPublic)
        .map(TrackerConfig::name)
        .collect(Collectors.toSet());
  }

  /** The trackers in which new tickets may be opened. */
  static Set<String> active(Configuration configuration) {
    return configuration.trackers().stream()
        .filter(tracker -> !tracker.retired())
        .map(TrackerConfig::name)
        .collect(Collectors.toSet());
  }

  /** The trackers on which nothing is said. */
  static Set<String> silent(Configuration configuration) {
    return configuration.trackers().stream()
        .filter(tracker -> !tracker.comments())
        .map(TrackerConfig::name)
        .collect(Collectors.toSet());
  }

  /** How often people get a digest; empty for never. */
  static Optional<DigestRhythm> digest(Configuration configuration) {
    return switch (configuration.followUp().digest()) {
      case WEEKLY -> Optional.of(DigestRhythm.WEEKLY);
      case DAILY -> Optional.of(DigestRhythm.DAILY);
      case OFF -> Optional.empty();
    };
  }

  static Profiles ladders(Configuration configuration, Instant firstRun) {
    FollowUpConfig config = configuration.followUp();
    Instant start =
        config.start().map(day -> day.atStartOfDay(config.timeZone()).toInstant()).orElse(firstRun);
    Lapse settle =
        configuration.sources().stream()
            .map(SourceConfig::settle)
            .reduce(Lapse.ZERO, Rules::longer);
    Map<String, FollowUpPolicy> named = new HashMap<>();
    config
        .profiles()
        .forEach((name, ladder) -> named.put(name, ladder(config, ladder, settle, start)));
    return new Profiles(ladder(config, config.ladder(), settle, start), named);
  }

  /** Own wording by the names of trackers. */
  static Map<String, Templates> templates(Configuration configuration) {
    Map<String, Templates> templates = new HashMap<>();
    for (TrackerConfig tracker : configuration.trackers()) {
      tracker
          .templates()
          .ifPresent(folder -> templates.put(tracker.name(), TemplateFolder.read(folder)));
    }
    return templates;
  }

  private static Lapse longer(Lapse one, Lapse other) {
    return one.approximately().compareTo(other.approximately()) >= 0 ? one : other;
  }

  static WorkCalendar calendar(FollowUpConfig config) {
    return new WorkCalendar(
        config.timeZone(),
        config.workingHours().from(),
        config.workingHours().to(),
        config.workingDays(),
        config.holidays().dates());
  }

  private static FollowUpPolicy ladder(
      FollowUpConfig config, LadderConfig ladder, Lapse settle, Instant start) {
    return new FollowUpPolicy(
        ladder.nudgeEvery().orElse(NEVER),
        ladder.dueSoon().orElse(Lapse.ZERO),
        ladder.overdue().stream().map(Rules::step).toList(),
        ladder.atMostOneCommentEvery(),
        calendar(config),
        settle,
        true,
        start);
  }

  private static EscalationStep step(OverdueStep step) {
    return new EscalationStep(
        step.after(),
        step.recipients().stream().map(role -> Role.valueOf(role.name())).toList(),
        step.raisePriority());
  }

  /** What people have confirmed, by the rules of a configuration. */
  static Confirmations confirmations(Configuration configuration) {
    Set<String> dryRun = new LinkedHashSet<>();
    configuration.sources().stream()
        .filter(source -> source.mode() == Mode.DRY_RUN)
        .forEach(source -> dryRun.add(source.name()));
    configuration.trackers().stream()
        .filter(tracker -> tracker.mode() == Mode.DRY_RUN)
        .forEach(tracker -> dryRun.add(tracker.name()));
    return new Confirmations(dryRun, configuration.limits().maxCreatesPerCycle());
  }
}
