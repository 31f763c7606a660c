package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** What somebody asks of us in a comment on a ticket. */
public sealed interface Command {
  /** Say nothing before a day. */
  record Snooze(LocalDate until) implements Command {
    public Snooze {
      requireNonNull(until, "until is null");
    }
  }

  /** It waits for something: a ticket, an address, a name. */
  record Blocked(String by) implements Command {
    public Blocked {
      requireNonNull(by, "by is null");
    }
  }

  /** It waits for nothing any more. */
  record Unblocked() implements Command {}

  /** It is no longer meant. */
  record Decline(String because) implements Command {
    public Decline {
      requireNonNull(because, "because is null");
    }
  }

  /** Neither snoozed nor blocked nor declined: follow it as before. */
  record Resume() implements Command {}

  /** An address that shows that it is done. */
  record Evidence(String url) implements Command {
    public Evidence {
      requireNonNull(url, "url is null");
    }
  }

  /** Somebody else's: as written, to be looked up. */
  record Owned(String words) implements Command {
    public Owned {
      requireNonNull(words, "words is null");
    }
  }

  /** Due on another day. */
  record Due(LocalDate on) implements Command {
    public Due {
      requireNonNull(on, "on is null");
    }
  }

  /** To be looked at again on a day. */
  record Review(LocalDate on) implements Command {
    public Review {
      requireNonNull(on, "on is null");
    }
  }

  /** What can be asked. */
  record Help() implements Command {}

  /**
   * Words that say none of this.
   *
   * @param words as written, shortened
   * @param mend what was expected, in words that follow the words and a colon
   */
  record Unclear(String words, String mend) implements Command {
    public Unclear {
      requireNonNull(words, "words is null");
      requireNonNull(mend, "mend is null");
    }
  }
}
