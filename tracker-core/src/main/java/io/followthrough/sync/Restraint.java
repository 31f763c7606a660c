package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Origin;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.notify.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may not be written now, because a person paused it, because its document is confidential, or
 * because it is private and the tracker is not; as one transaction sees it. Asked before anything
 * is decided, and again in the transaction that claims an effect.
 */
public final class Restraint {
  private final List<Pause> pauses;
  private final Confidential confidential;
  private final Set<String> publicTrackers;
  private final Set<String> privateSources;

  private Restraint(
      List<Pause> pauses,
      Confidential confidential,
      Set<String> publicTrackers,
      Set<String> privateSources) {
    this.pauses = pauses;
    this.confidential = confidential;
    this.publicTrackers = publicTrackers;
    this.privateSources = privateSources;
  }

  /** The restraint that holds now. */
  public static Restraint of(Books books, Instant now) {
    return new Restraint(
        Pauses.active(books, now),
        Confidential.of(books),
        Border.publicTrackers(books),
        Border.privateSources(books));
  }

  /** True where nothing at all is forbidden. */
  boolean isNone() {
    return pauses.isEmpty() && confidential.isNone() && publicTrackers.isEmpty();
  }

  /** Why nothing may be written about an item at a destination; empty where it may. */
  public Optional<String> on(ActionItem item, String destination) {
    return pauses.stream()
        .filter(pause -> pause.holds(item, destination))
        .map(Pause::words)
        .findFirst()
        .or(() -> on(item.origin(), destination));
  }

  /** Why the words of a document may not be at a destination; empty where they may. */
  public Optional<String> on(Origin origin, String destination) {
    if (!confidential.mayBeAt(origin.documentKey(), destination)) {
      return Optional.of("its document is confidential");
    }
    boolean crosses =
        publicTrackers.contains(destination) && privateSources.contains(origin.source());
    return crosses ? Optional.of(Border.words(origin.source(), destination)) : Optional.empty();
  }

  /** True where a document may be told of in the words about another one. */
  public boolean mayBeNamed(Origin named, Origin within) {
    boolean same = named.documentKey().equals(within.documentKey());
    boolean open =
        !privateSources.contains(named.source()) || privateSources.contains(within.source());
    return same || (open && !confidential.has(named.documentKey()));
  }

  /** Why people may not be spoken to; empty where they may. */
  public Optional<String> onPeople(Collection<String> names) {
    return pauses.stream()
        .filter(pause -> names.stream().anyMatch(pause::silences))
        .map(Pause::words)
        .findFirst();
  }

  /**
   * Why an entry may not leave now; empty where it may. What takes something back always may: it is
   * a person's own act.
   */
  Optional<String> on(Books books, OutboxEntry entry) {
    if (entry.effect() instanceof Effect.AmendComment
        || entry.effect() instanceof Effect.CloseTicket) {
      return Optional.empty();
    }
    Dossier about = Dossier.of(books, entry.subject());
    if (about.item().isPresent()) {
      return on(about.item().get(), entry.destination());
    }
    Optional<String> crossing =
        about
            .own()
            .flatMap(own -> books.documents().find(own.about()))
            .flatMap(document -> on(document.origin(), entry.destination()));
    if (crossing.isPresent()) {
      return crossing;
    }
    Optional<String> source = about.own().map(own -> own.about().split(":", 2)[0]);
    Optional<String> person =
        entry.effect() instanceof Effect.SendMessage effect
            ? Optional.of(effect.message().to().name())
            : Optional.empty();
    return pauses.stream()
        .filter(
            pause ->
                pause.stops(entry.destination(), source)
                    || person.filter(pause::silences).isPresent())
        .map(Pause::words)
        .findFirst()
        .or(() -> documents(about, entry).flatMap(key -> onDocument(key, entry)).findFirst());
  }

  /** The documents that an entry which is about no item tells of. */
  private static Stream<String> documents(Dossier about, OutboxEntry entry) {
    Stream<String> own = about.own().map(OwnTicket::about).stream();
    return entry.effect() instanceof Effect.SendMessage effect
        ? Stream.concat(own, effect.message().topics().stream().map(Message.Topic::document))
        : own;
  }

  private Stream<String> onDocument(String key, OutboxEntry entry) {
    if (!confidential.mayBeAt(key, entry.destination())) {
      return Stream.of("a document that it tells of is confidential");
    }
    String source = key.split(":", 2)[0];
    boolean crosses =
        publicTrackers.contains(entry.destination()) && privateSources.contains(source);
    return crosses ? Stream.of(Border.words(source, entry.destination())) : Stream.empty();
  }
}
