package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, found right. Paths are absolute; every default is filled in.
 *
 * @param installation part of every mark
 * @param former earlier names that this installation takes over
 * @param contact whom people turn to about the daemon
 * @param web absent if off
 * @param trackers at least one
 * @param people those of the file, then those of the people file
 * @param peopleFile the absolute people file
 * @param routes the first that matches wins; empty with a single tracker
 * @param notYet defaults that are off because this version can't do them yet
 * @param warnings what is doubtful but stops nothing
 */
public record Configuration(
    String installation,
    List<String> former,
    String contact,
    StoreConfig store,
    Optional<WebConfig> web,
    HttpConfig http,
    CycleConfig cycle,
    List<SourceConfig> sources,
    ConfidentialConfig confidential,
    List<TrackerConfig> trackers,
    List<TeamConfig> teams,
    List<ServiceConfig> services,
    List<PersonConfig> people,
    Optional<Path> peopleFile,
    List<String> leadership,
    List<RouteConfig> routes,
    GateConfig gate,
    boolean postmortemTicket,
    FollowUpConfig followUp,
    List<ChannelConfig> channels,
    List<ReportConfig> reports,
    ExtractConfig extract,
    LimitsConfig limits,
    RetentionConfig retention,
    List<Problem> notYet,
    List<Problem> warnings) {
  public Configuration {
    requireNonNull(installation, "installation is null");
    former = List.copyOf(former);
    requireNonNull(contact, "contact is null");
    requireNonNull(store, "store is null");
    requireNonNull(web, "web is null");
    requireNonNull(http, "http is null");
    requireNonNull(cycle, "cycle is null");
    sources = List.copyOf(sources);
    requireNonNull(confidential, "confidential is null");
    trackers = List.copyOf(trackers);
    teams = List.copyOf(teams);
    services = List.copyOf(services);
    people = List.copyOf(people);
    requireNonNull(peopleFile, "peopleFile is null");
    leadership = List.copyOf(leadership);
    routes = List.copyOf(routes);
    requireNonNull(gate, "gate is null");
    requireNonNull(followUp, "followUp is null");
    channels = List.copyOf(channels);
    reports = List.copyOf(reports);
    requireNonNull(extract, "extract is null");
    requireNonNull(limits, "limits is null");
    requireNonNull(retention, "retention is null");
    notYet = List.copyOf(notYet);
    warnings = List.copyOf(warnings);
  }

  static Configuration of(Section section, List<Problem> notYet, List<Problem> warnings) {
    return new Configuration(
        section.text("installation"),
        section.texts("former"),
        section.text("contact"),
        StoreConfig.of(section.section("store")),
        section.isSection("web")
            ? Optional.of(WebConfig.of(section.section("web")))
            : Optional.empty(),
        HttpConfig.of(section.section("http")),
        CycleConfig.of(section.section("cycle")),
        section.sections("sources", SourceConfig::of),
        ConfidentialConfig.of(section.section("confidential")),
        section.sections("trackers", TrackerConfig::of),
        section.sections("teams", TeamConfig::of),
        section.sections("services", ServiceConfig::of),
        section.sections("people", PersonConfig::of),
        section.path("people-file"),
        section.texts("leadership"),
        section.sections("routes", RouteConfig::of),
        GateConfig.of(section.section("gate")),
        section.isOn("postmortem-ticket"),
        FollowUpConfig.of(section.section("follow-up")),
        section.sections("channels", ChannelConfig::of),
        section.sections("reports", ReportConfig::of),
        ExtractConfig.of(section.section("extract")),
        LimitsConfig.of(section.section("limits")),
        RetentionConfig.of(section.section("retention")),
        notYet,
        warnings);
  }

  /** Returns the tracker of that name. */
  public Optional<TrackerConfig> tracker(String name) {
    return trackers.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
