package io.followthrough.daemon.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for this machine that nobody trusts who is not told to. */
final class SelfSigned {
  private static final String WORD = "changeit";

  private final Path store;
  private final Path certificate;

  SelfSigned(Path folder) throws IOException, InterruptedException {
    store = folder.resolve("store.p12");
    certificate = folder.resolve("ca.pem");
    keytool(
        "-genkeypair -alias own -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storetype"
            + " PKCS12 -storepass "
            + WORD
            + " -keystore",
        store);
    keytool("-exportcert -rfc -alias own -storepass " + WORD + " -file", certificate);
  }

  Path certificate() {
    return certificate;
  }

  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, WORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, WORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String options, Path last) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(options.split(" ")));
    command.add(last.toString());
    if (!last.equals(store)) {
      command.addAll(List.of("-keystore", store.toString()));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
