package io.followthrough.connector.linear;

import io.followthrough.tracker.Marker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ids that we choose for what we create, so that Linear itself refuses a second one.
 *
 * <p>An id is a hash in the shape of a random UUID (version 4, as the schema asks for). A comment
 * bears no text that would tell it as ours, so its id does: one half of it is a hash of the other,
 * 31 bits for every installation and 31 for this one. A stranger's random id looks like ours once
 * in 2^62, and like another installation's once in 2^31.
 */
final class ClientId {
  private static final Pattern SYNTAX =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int TAG = 31;
  private static final long TAG_MASK = (1L << TAG) - 1;
  private static final long NAME_MASK = (1L << 60) - 1;
  private static final long TAGS_MASK = (1L << 62) - 1;
  private static final long VERSION = 0x4000L;
  private static final long VARIANT = 1L << 63;

  private ClientId() {}

  /** True for anything in the shape of Linear's ids, as opposed to a key such as WEB-12. */
  static boolean isUuid(String id) {
    return SYNTAX.matcher(id).matches();
  }

  /**
   * The id of an item's ticket, made of what never changes.
   *
   * @param workspace the organisation's id: ids are refused over all workspaces
   */
  static String ofTicket(String workspace, String installation, String item) {
    ByteBuffer hash = ByteBuffer.wrap(hash("ticket", workspace, installation, item));
    return uuid(hash.getLong() & NAME_MASK, hash.getLong() & TAGS_MASK);
  }

  /** The id of the ticket that bears a mark. */
  static String ofTicket(String workspace, Marker marker) {
    return ofTicket(workspace, marker.installation(), marker.item());
  }

  /** The id of the comment with a key on a ticket. */
  static String ofComment(String workspace, String installation, String ticketId, String key) {
    long name = number("comment", workspace, installation, ticketId, key) & NAME_MASK;
    return uuid(name, (tag("", name) << TAG) | tag(installation, name));
  }

  /** True where some installation made this id for a comment. */
  static boolean isOfAComment(String id) {
    return isUuid(id) && tags(id) >>> TAG == tag("", name(id));
  }

  /** True where an installation made this id for a comment. */
  static boolean isOfAComment(String id, String installation) {
    return isOfAComment(id) && (tags(id) & TAG_MASK) == tag(installation, name(id));
  }

  private static long tag(String installation, long name) {
    return number("by", installation, Long.toHexString(name)) & TAG_MASK;
  }

  private static String uuid(long name, long tags) {
    long most = (name >>> 12 << 16) | VERSION | (name & 0xFFF);
    return new UUID(most, VARIANT | tags).toString();
  }

  private static long name(String id) {
    long most = UUID.fromString(id).getMostSignificantBits();
    return (most >>> 16 << 12) | (most & 0xFFF);
  }

  private static long tags(String id) {
    return UUID.fromString(id).getLeastSignificantBits() & TAGS_MASK;
  }

  private static long number(String... parts) {
    return ByteBuffer.wrap(hash(parts)).getLong();
  }

  /** A hash of parts that cannot run into each other. */
  private static byte[] hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
