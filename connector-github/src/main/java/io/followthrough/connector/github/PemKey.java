package io.followthrough.connector.github;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RSA private key in PEM form: as GitHub hands it out (PKCS#1, {@code BEGIN RSA PRIVATE KEY}) or
 * as most tools convert it (PKCS#8, {@code BEGIN PRIVATE KEY}).
 */
final class PemKey {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  /** PKCS#8's head of an RSA key (RFC 5208): version 0, algorithm 1.2.840.113549.1.1.1, null. */
  private static final byte[] RSA_HEAD = {
    2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
  };

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;

  private PemKey() {}

  /**
   * Reads a key.
   *
   * @param text the file's text; the two signs {@code \n} stand for a line's end as well, since
   *     environment variables often hold them
   * @throws IllegalArgumentException where it is none, with words for the person who configured it
   *     and nothing of the key
   */
  static RSAPrivateKey read(String text) {
    Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
    if (!pem.find()) {
      throw new IllegalArgumentException(
          "it is no PEM file: it begins with -----BEGIN RSA PRIVATE KEY-----");
    }
    String kind = pem.group(1);
    if (kind.contains("ENCRYPTED") || pem.group(2).contains("ENCRYPTED")) {
      throw new IllegalArgumentException(
          "it is protected by a passphrase: take that off (openssl pkey -in old.pem -out new.pem)");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
      byte[] pkcs8 =
          switch (kind) {
            case "RSA PRIVATE KEY" -> wrapped(der);
            case "PRIVATE KEY" -> der;
            default ->
                throw new IllegalArgumentException(
                    "it holds a " + kind.strip() + " and no RSA private key");
          };
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      return (RSAPrivateKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is damaged, or no RSA key", e);
    }
  }

  /** PKCS#1 inside of PKCS#8. */
  private static byte[] wrapped(byte[] pkcs1) {
    byte[] octets = tagged(OCTETS, pkcs1);
    byte[] content =
        ByteBuffer.allocate(RSA_HEAD.length + octets.length).put(RSA_HEAD).put(octets).array();
    return tagged(SEQUENCE, content);
  }

  /** DER's tag, length in four bytes at most, content. */
  private static byte[] tagged(int tag, byte[] content) {
    int length = content.length;
    byte[] size =
        length < 0x80
            ? new byte[] {(byte) length}
            : length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    return ByteBuffer.allocate(1 + size.length + length)
        .put((byte) tag)
        .put(size)
        .put(content)
        .array();
  }
}
