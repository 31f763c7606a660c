package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Person;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Recipient;

/**
 * A channel of the configuration, and what it means for people.
 *
 * @param type as the configuration has it, by which people's accounts are found
 * @param program whether a program reads it: it gets a copy of what people are told elsewhere
 */
public record Way(Channel channel, String type, boolean program) {
  public Way {
    requireNonNull(channel, "channel is null");
    requireNonNull(type, "type is null");
  }

  /** A person, as this channel knows them. */
  public Recipient recipient(Person person) {
    return new Recipient(person.name(), person.email(), person.handle(channel.name(), type), false);
  }

  /** True where a person reads here. */
  boolean leadsTo(Person person) {
    return !program && channel.reaches(recipient(person));
  }
}
