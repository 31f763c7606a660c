package io.followthrough.connector.github;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A GitHub App as the stub of GitHub knows it: who signs with its key is given tokens. */
final class StubApp {
  static final String ID = "1234";
  static final String INSTALLATION = "99";
  private static final KeyPair KEYS = keys();
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int PKCS8_HEAD = 26;

  final Map<String, String> permissions =
      new TreeMap<>(Map.of("issues", "write", "metadata", "read", "contents", "read"));

  /** Where the App is installed. */
  final Set<String> installations = new TreeSet<>(Set.of(INSTALLATION));

  private final Map<String, Token> tokens = new HashMap<>();

  private record Token(String installation, Instant end) {}

  /** The key as GitHub hands it out. */
  static String pkcs1() {
    byte[] pkcs8 = KEYS.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length));
  }

  /** The key as other tools convert it. */
  static String pkcs8() {
    return pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());
  }

  private static String pem(String kind, byte[] der) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, newline).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  /** How many tokens were given. */
  int given() {
    return tokens.size();
  }

  boolean accepts(String token, Instant now) {
    Token known = tokens.get(token);
    return known != null && now.isBefore(known.end());
  }

  /** True where a token is no installation's, or one's that has a repository. */
  boolean sees(String token, StubRepository repository) {
    Token known = tokens.get(token);
    return known == null || known.installation().equals(repository.installation);
  }

  void revokeAll() {
    tokens.replaceAll((token, known) -> new Token(known.installation(), Instant.EPOCH));
  }

  StubReply answer(StubRequest request, Instant now) {
    String[] path = request.segments();
    if (!isSigned(request.token(), now)) {
      return StubReply.message(401, "A JSON web token could not be decoded");
    }
    if (path.length != 4 || !installations.contains(path[2])) {
      return StubReply.message(404, "Not Found");
    }
    String token = "ghs_" + ID + "_canary" + tokens.size();
    Instant end = now.plus(Duration.ofHours(1));
    tokens.put(token, new Token(path[2], end));
    ObjectNode json =
        Json.object()
            .put("token", token)
            .put("expires_at", end.toString())
            .put("repository_selection", "selected");
    ObjectNode granted = json.putObject("permissions");
    permissions.forEach(granted::put);
    return StubReply.json(201, json);
  }

  /** As GitHub judges: signed by the key, begun, not ended, and for ten minutes at most. */
  private static boolean isSigned(String words, Instant now) {
    try {
      DecodedJWT jwt = JWT.decode(words);
      Algorithm.RSA256((RSAPublicKey) KEYS.getPublic(), null).verify(jwt);
      Instant made = jwt.getIssuedAtAsInstant();
      Instant end = jwt.getExpiresAtAsInstant();
      return ID.equals(jwt.getIssuer())
          && !made.isAfter(now)
          && end.isAfter(now)
          && !end.isAfter(now.plus(LONGEST));
    } catch (JWTVerificationException e) {
      return false;
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
