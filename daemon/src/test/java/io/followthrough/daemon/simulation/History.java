package io.followthrough.daemon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to one installation, in order.
 *
 * @param seed decides the circumstances: when it begins, how far the tracker lags, how many
 *     processes there are, what they keep their books in
 */
record History(long seed, List<Move> moves) {
  private static final int SHORTEST = 14;
  private static final int MORE = 22;

  History {
    moves = List.copyOf(moves);
  }

  static History of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<Move> moves = new ArrayList<>();
    moves.add(new Move(Move.Kind.NEW_DOCUMENT, random.nextLong()));
    moves.add(new Move(Move.Kind.WEATHER, random.nextLong()));
    int length = SHORTEST + random.nextInt(MORE);
    for (int i = 0; i < length; i++) {
      moves.add(Move.any(random));
    }
    return new History(seed, moves);
  }

  /** The same history without some of its moves. */
  History without(int from, int to) {
    List<Move> left = new ArrayList<>(moves.subList(0, from));
    left.addAll(moves.subList(to, moves.size()));
    return new History(seed, left);
  }
}
