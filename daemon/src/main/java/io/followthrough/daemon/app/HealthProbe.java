package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.ListenAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** Asks the daemon of this machine how it is, for containers that have no other means. */
public final class HealthProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private HealthProbe() {}

  /**
   * True where the daemon answers that it is well.
   *
   * @param path such as {@code /health/live}
   */
  public static boolean isWell(Configuration configuration, String path) {
    ListenAddress listen =
        configuration
            .web()
            .orElseThrow(() -> new IllegalArgumentException("web is off: nobody can be asked"))
            .listen();
    try {
      InetAddress named = InetAddress.getByName(listen.host());
      String host =
          named.isAnyLocalAddress()
              ? InetAddress.getLoopbackAddress().getHostAddress()
              : named.getHostAddress();
      URI address = new URI("http", null, host, listen.port(), path, null, null);
      if (!(address.toURL().openConnection(Proxy.NO_PROXY) instanceof HttpURLConnection call)) {
        return false;
      }
      call.setConnectTimeout((int) PATIENCE.toMillis());
      call.setReadTimeout((int) PATIENCE.toMillis());
      call.setInstanceFollowRedirects(false);
      try {
        return call.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        call.disconnect();
      }
    } catch (IOException | URISyntaxException e) {
      return false;
    }
  }
}
