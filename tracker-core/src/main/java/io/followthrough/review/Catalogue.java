package io.followthrough.review;

import java.util.function.Consumer;

/** All postmortems with their items, one after the other; none is kept by whoever tells them. */
public interface Catalogue {
  /** Tells each chapter once, in the order of the documents' keys. */
  void each(Consumer<? super Chapter> reader);
}
