package io.followthrough.daemon.source;

import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.TrustedRoots;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** How a git server is reached: proxy, authorities, and a token that only the very host gets. */
final class GitAccess {
  /** GitHub, GitLab and Gitea take any name beside a token. */
  private static final String ANY_USER = "git";

  private final URIish url;
  private final String user;
  private final Optional<Supplier<String>> token;
  private final HttpConnectionFactory connections;

  GitAccess(URIish url, SourceSettings settings) {
    this.url = url;
    this.user = settings.value("auth.user").orElse(ANY_USER);
    this.token = Optional.ofNullable(settings.secrets().get("auth.token"));
    this.connections = new Connections(HttpSettings.of(settings.http()));
  }

  URIish url() {
    return url;
  }

  void configure(Transport transport) {
    token.ifPresent(secret -> transport.setCredentialsProvider(new OneHost(user, secret.get())));
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(connections);
    }
  }

  /** Redirects are not followed, and a token would not go along if they were. */
  private final class OneHost extends CredentialsProvider {
    private final CredentialsProvider credentials;

    OneHost(String user, String token) {
      this.credentials = new UsernamePasswordCredentialsProvider(user, token.strip());
    }

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
      return credentials.supports(items);
    }

    @Override
    public boolean get(URIish asked, CredentialItem... items) {
      boolean same =
          url.getHost() != null
              && url.getHost().equalsIgnoreCase(asked.getHost())
              && url.getPort() == asked.getPort()
              && url.getScheme().equals(asked.getScheme());
      return same && credentials.get(asked, items);
    }
  }

  private record Connections(
      JDKHttpConnectionFactory plain, HttpSettings settings, Optional<TrustedRoots> roots)
      implements HttpConnectionFactory {
    Connections(HttpSettings settings) {
      this(new JDKHttpConnectionFactory(), settings, settings.caFile().map(TrustedRoots::beside));
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
      return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy ofTheMachine) throws IOException {
      Proxy way = settings.proxyTo(url.getHost()).orElse(ofTheMachine);
      HttpConnection connection = plain.create(url, way);
      if (roots.isPresent()) {
        try {
          connection.configure(null, new TrustManager[] {roots.get().manager()}, null);
        } catch (GeneralSecurityException e) {
          throw new IOException("http.ca-file cannot be used", e);
        }
      }
      return connection;
    }
  }
}
