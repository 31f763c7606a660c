package io.followthrough.daemon.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows that a message is ours, and when it left: {@code t=<seconds since 1970>,v1=<hexadecimal
 * HMAC-SHA256 of "t.body">}. The instant is part of what is signed, so that an old message that
 * somebody sends again can be told.
 */
final class WebhookSignature {
  static final String HEADER = "X-Followthrough-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  static String of(String key, String body, Instant at) {
    long seconds = at.getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
