package io.followthrough.notify;

import io.followthrough.tracker.CheckFinding;
import java.util.List;

/**
 * A place beside the trackers where people or programs are told things. Every method may be called
 * from several threads; every failure is a {@link io.followthrough.tracker.TrackerException}, whose
 * kind tells whether the message may have left. No method repeats, waits or decides.
 */
public interface Channel extends AutoCloseable {
  /** The channel's name in the configuration. */
  String name();

  /**
   * True where whoever receives a message knows its key, so that a second one does no harm: what is
   * unknown is sent again. Elsewhere it is not.
   */
  boolean knowsKeys();

  /** True where a recipient has an address here; no call. */
  boolean reaches(Recipient recipient);

  /**
   * Sends a message.
   *
   * @param thread what an earlier message of its thread was answered with; empty for none
   * @return what a later message of the same thread is given, empty where there are no threads
   * @throws io.followthrough.tracker.TrackerException where it failed or nobody knows
   */
  String send(Message message, String thread);

  /** Reachable and authorised. Tells nobody anything. */
  List<CheckFinding> check();

  @Override
  void close();
}
