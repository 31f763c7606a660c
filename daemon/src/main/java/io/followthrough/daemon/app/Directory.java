package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.PersonConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.item.Absence;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The people, teams and services of a configuration. */
final class Directory {
  private Directory() {}

  static People of(Configuration configuration) {
    return new People(
        configuration.people().stream().map(Directory::person).toList(),
        configuration.teams().stream()
            .map(team -> new Team(team.name(), team.lead(), team.members(), team.services()))
            .toList(),
        configuration.services().stream()
            .map(service -> new ServiceEntry(service.name(), service.aliases(), service.owner()))
            .toList(),
        configuration.leadership());
  }

  /** How a person is called in a tracker; Jira finds people by their e-mail address, too. */
  static Optional<String> handle(Person person, TrackerConfig tracker) {
    Optional<String> handle = person.handle(tracker.name(), tracker.type());
    return handle.isEmpty() && tracker.type().equals("jira") ? person.email() : handle;
  }

  private static Person person(PersonConfig config) {
    Map<String, String> accounts = new HashMap<>();
    config.github().ifPresent(login -> accounts.put("github", login));
    config.jira().ifPresent(id -> accounts.put("jira", id));
    config.linear().ifPresent(id -> accounts.put("linear", id));
    config.slack().ifPresent(id -> accounts.put("slack", id));
    accounts.putAll(config.accounts());
    return new Person(
        config.name(),
        config.aliases(),
        config.email(),
        accounts,
        config.manager(),
        config.timeZone(),
        config.delegate(),
        config.successor(),
        config.level(),
        config.away().stream().map(range -> new Absence(range.first(), range.last())).toList(),
        config.left());
  }
}
