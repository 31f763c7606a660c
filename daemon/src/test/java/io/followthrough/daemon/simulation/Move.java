package io.followthrough.daemon.simulation;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One thing that happens in a history. Its own seed decides its details, so that a history can be
 * shortened without changing what is left of it.
 */
record Move(Kind kind, long seed) {
  /** What can happen, with how often it does. */
  enum Kind {
    NEW_DOCUMENT(5),
    NEW_ITEM(4),
    REWORD(4),
    REORDER(2),
    OTHER_SECTION(2),
    SPLIT(2),
    REMOVE_ITEM(2),
    RESTORE_ITEM(2),
    REDATE_ITEM(2),
    REASSIGN_ITEM(2),
    TICK(1),
    RENAME_DOCUMENT(2),
    COPY_DOCUMENT(1),
    DELETE_DOCUMENT(1),
    RESTORE_DOCUMENT(2),
    HALF_SAVED(1),
    LINK_TICKET(1),
    CLOSE(3),
    DECLINE(1),
    REOPEN(2),
    REDATE(2),
    ASSIGN(2),
    COMMENT(3),
    RETITLE(2),
    WRITE_AROUND(2),
    WRITE_INTO(1),
    TAKE_OUR_BLOCK(1),
    START(1),
    BLOCK(1),
    DELETE(1),
    OTHER_BOT(2),
    CLOSE_ALL(1),
    DELETE_MANY(1),
    RETRY(1),
    SECONDS(4),
    HOURS(5),
    DAYS(6),
    A_MONTH_ASLEEP(1),
    CLOCK(2),
    WEATHER(6),
    CYCLE(16),
    CROWD(10),
    A_WEEK(5);

    private final int often;

    Kind(int often) {
      this.often = often;
    }
  }

  private static final List<Kind> BAG =
      Stream.of(Kind.values())
          .flatMap(kind -> Stream.generate(() -> kind).limit(kind.often))
          .toList();

  static Move any(Random random) {
    return new Move(BAG.get(random.nextInt(BAG.size())), random.nextLong());
  }

  /** The dice of this move. */
  Random dice() {
    return new Random(seed);
  }
}
