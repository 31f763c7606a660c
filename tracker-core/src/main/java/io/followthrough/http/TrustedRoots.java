package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities of a PEM file beside those of the platform.
 *
 * @param sockets connections that are checked against them
 * @param manager the check itself
 */
public record TrustedRoots(SSLSocketFactory sockets, X509TrustManager manager) {
  public TrustedRoots {
    requireNonNull(sockets, "sockets is null");
    requireNonNull(manager, "manager is null");
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException where it cannot be read or holds no certificate
   */
  public static TrustedRoots beside(Path caFile) {
    try {
      KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
      roots.load(null, null);
      int count = 0;
      for (Certificate certificate : manager(null).getAcceptedIssuers()) {
        roots.setCertificateEntry("root-" + count++, certificate);
      }
      Collection<? extends Certificate> own = read(caFile);
      if (own.isEmpty()) {
        throw new IllegalArgumentException("http.ca-file " + caFile + " holds no certificate");
      }
      for (Certificate certificate : own) {
        roots.setCertificateEntry("root-" + count++, certificate);
      }
      X509TrustManager manager = manager(roots);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new TrustedRoots(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "http.ca-file " + caFile + " is not a readable PEM file of certificates", e);
    }
  }

  private static Collection<? extends Certificate> read(Path caFile)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(caFile)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore roots)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("this platform has no X.509 trust manager");
  }
}
