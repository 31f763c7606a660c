package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.config.WebConfig;
import io.followthrough.daemon.cycle.Confirmations;
import io.followthrough.daemon.status.DiscreetLedger;
import io.followthrough.daemon.web.Access;
import io.followthrough.daemon.web.Vitals;
import io.followthrough.daemon.web.WebFacts;
import io.followthrough.daemon.web.WebServer;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Ledger;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.MemoryTracker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page of a house or of the demo. */
public final class WebPage implements AutoCloseable {
  private final WebServer server;

  private WebPage(WebServer server) {
    this.server = server;
  }

  /**
   * The page of the demo.
   *
   * @param port 0 for any free one
   */
  public static WebPage of(Demo demo, int port) {
    Function<ItemId, List<Comment>> comments = id -> comments(demo.ledger(), demo.tracker(), id);
    WebFacts facts =
        facts(
            demo.configuration(), Access.LOCAL, new Vitals(), demo.clock(), Optional.of(comments));
    return start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), demo.ledger(), facts);
  }

  static WebPage of(
      Configuration configuration, WebConfig web, House house, Vitals vitals, InstantSource clock) {
    Access access =
        new Access(
            web.publicUrl(),
            web.token().map(secret -> secret::reveal),
            web.trustedProxy().map(p -> new Access.Proxy(address(p.address()), p.userHeader())));
    WebFacts facts = facts(configuration, access, vitals, clock, Optional.empty());
    InetSocketAddress listen = new InetSocketAddress(web.listen().host(), web.listen().port());
    return start(listen, new DiscreetLedger(house.ledger()), facts);
  }

  private static InetAddress address(String number) {
    try {
      return InetAddress.getByName(number);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("web.trusted-proxy: no address is known for " + number, e);
    }
  }

  private static WebFacts facts(
      Configuration configuration,
      Access access,
      Vitals vitals,
      InstantSource clock,
      Optional<Function<ItemId, List<Comment>>> comments) {
    Confirmations confirmations = Rules.confirmations(configuration);
    return new WebFacts(
        configuration.installation(),
        configuration.contact(),
        configuration.sources().stream().map(SourceConfig::name).toList(),
        configuration.trackers().stream().map(TrackerConfig::name).toList(),
        confirmations::isLiveSource,
        confirmations::isLive,
        configuration.followUp().timeZone(),
        access,
        vitals,
        clock,
        comments);
  }

  private static List<Comment> comments(Ledger ledger, MemoryTracker tracker, ItemId id) {
    Optional<String> ticket =
        ledger
            .read(books -> books.items().find(id))
            .flatMap(ActionItem::filing)
            .map(filing -> filing.ref().id());
    return tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).comments().stream()
        .filter(comment -> ticket.filter(comment.ticketId()::equals).isPresent())
        .toList();
  }

  private static WebPage start(InetSocketAddress listen, Ledger ledger, WebFacts facts) {
    try {
      return new WebPage(WebServer.start(listen, ledger, facts));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the page cannot listen on "
              + listen.getHostString()
              + ":"
              + listen.getPort()
              + ": "
              + e.getMessage()
              + "; name another port",
          e);
    }
  }

  /** Where it is found. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
