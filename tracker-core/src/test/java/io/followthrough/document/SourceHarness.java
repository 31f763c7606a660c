package io.followthrough.document;

import java.util.Optional;
import java.util.Set;

/**
 * A fresh, empty place for one test of {@link DocumentSourceContractTest}, and what people do there
 * behind our back. A document is known to the harness by a name that the test makes up; what the
 * source calls it, {@link #path} tells.
 */
public interface SourceHarness extends AutoCloseable {
  /** What can be wrong with the whole place. */
  enum Fault {
    /** Nobody answers. */
    UNREACHABLE,
    /** The server answers that it is not well. */
    UNWELL,
    /** The credentials are no longer taken. */
    DENIED,
    /** The credentials are taken, and the place may not be read with them. */
    FORBIDDEN,
    /** The credentials are ignored, and strangers are answered that there is nothing. */
    ANONYMOUS,
    /** A page to log in at, with status 200. */
    LOGIN_PAGE,
    /** Too many calls. */
    THROTTLED,
    /** The folder, space, repository or team is not there. */
    MISSING,
    /** A reply that breaks off in its middle. */
    TRUNCATED,
    /** A reply that is larger than any that is read. */
    OUTSIZED
  }

  /**
   * Another source over the same place, as after a restart; closed by the test.
   *
   * @param isPrivate what the configuration says of its visibility
   */
  DocumentSource open(Optional<Boolean> isPrivate);

  /** The source's name in the configuration. */
  String name();

  /** A person writes a document, or writes other words into it; later than all before. */
  void write(String document, String words);

  /** A person deletes a document. */
  void delete(String document);

  /** What the source calls a document. */
  String path(String document);

  /**
   * Makes one document unreadable, though it is still there.
   *
   * @return false where a document of this kind of place always can be read
   */
  boolean spoil(String document);

  /** Makes it readable again. */
  void mend(String document);

  /** A person makes a document larger than any postmortem. */
  void bloat(String document);

  /** Puts a label on a document; false where the place has no labels. */
  boolean label(String document, String label);

  /** Lets only some readers see a document; false where the place has nothing of the kind. */
  boolean restrict(String document);

  /** Lets strangers read the place; false where the source never asks who may. */
  boolean publish();

  /** What can be wrong with the place. */
  Set<Fault> faults();

  /** Lets the place fail. */
  void strike(Fault fault);

  /** Ends the fault, and lets pass whatever wait the place asked for. */
  void relent();

  /** How many documents' content has been asked for, so far. */
  int reads();

  /** The secret that no message may hold; empty where there is none. */
  Optional<String> secret();

  @Override
  void close();
}
