package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person that documents may name.
 *
 * @param name the full name
 * @param aliases other names that documents use
 * @param github the login
 * @param jira the account id (Cloud) or user name (Data Center)
 * @param linear e-mail address or user id
 * @param slack the member id
 * @param accounts account ids by tracker name; they come before the vendor's
 * @param level in the organisation's own words
 * @param delegate who answers during absences
 * @param away absences
 * @param left the first date on which the person is no longer here
 * @param successor who takes over then
 */
public record PersonConfig(
    String name,
    List<String> aliases,
    Optional<String> email,
    Optional<String> github,
    Optional<String> jira,
    Optional<String> linear,
    Optional<String> slack,
    Map<String, String> accounts,
    Optional<String> manager,
    Optional<String> level,
    Optional<ZoneId> timeZone,
    Optional<String> delegate,
    List<DateRange> away,
    Optional<LocalDate> left,
    Optional<String> successor) {
  public PersonConfig {
    requireNonNull(name, "name is null");
    aliases = List.copyOf(aliases);
    requireNonNull(email, "email is null");
    requireNonNull(github, "github is null");
    requireNonNull(jira, "jira is null");
    requireNonNull(linear, "linear is null");
    requireNonNull(slack, "slack is null");
    accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
    requireNonNull(manager, "manager is null");
    requireNonNull(level, "level is null");
    requireNonNull(timeZone, "timeZone is null");
    requireNonNull(delegate, "delegate is null");
    away = List.copyOf(away);
    requireNonNull(left, "left is null");
    requireNonNull(successor, "successor is null");
  }

  static PersonConfig of(Section section) {
    Section accounts = section.section("accounts");
    return new PersonConfig(
        section.text("name"),
        section.texts("aliases"),
        section.optionalText("email"),
        section.optionalText("github"),
        section.optionalText("jira"),
        section.optionalText("linear"),
        section.optionalText("slack"),
        accounts.each(accounts::text),
        section.optionalText("manager"),
        section.optionalText("level"),
        section.zone("time-zone"),
        section.optionalText("delegate"),
        section.dateRanges("away"),
        section.date("left"),
        section.optionalText("successor"));
  }
}
