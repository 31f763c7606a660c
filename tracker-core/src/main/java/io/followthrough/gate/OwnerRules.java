package io.followthrough.gate;

import io.followthrough.item.Owner;
import io.followthrough.item.Person;
import java.util.Optional;

/** The rules about who answers for an item. */
final class OwnerRules {
  private OwnerRules() {}

  static void judge(GateCase.Item item, Findings findings) {
    Optional<Owner> owner = item.owner().filter(it -> !it.written().isBlank());
    if (owner.isEmpty()) {
      findings.add(
          Rule.OWNER_MISSING,
          "nobody owns this item; write one person's name or handle beside it, such as “@alice”.");
    } else {
      judge(owner.get(), findings);
    }
    judgeReach(item, findings);
  }

  private static void judge(Owner owner, Findings findings) {
    String written = Quote.of(owner.written());
    switch (owner.standing()) {
      case PERSON -> {}
      case NOBODY ->
          findings.add(
              Rule.OWNER_MISSING,
              written + " names nobody who could be asked; write one person's name in its place.");
      case TEAM ->
          findings.add(
              Rule.OWNER_IS_TEAM,
              owner.team().map(Quote::of).orElse(written)
                  + " is a team, and a team cannot be asked; name the one of its people who will"
                  + " do it.");
      case UNKNOWN ->
          findings.add(
              Rule.OWNER_UNKNOWN,
              written
                  + " is nobody the directory knows; write the name as it stands under `people`,"
                  + " or add the person or the alias there.");
    }
  }

  /** A gap of the whole house; whoever owns it must be able to close it, as far as we can tell. */
  private static void judgeReach(GateCase.Item item, Findings findings) {
    boolean systemic = Wording.SYSTEMIC.in(Phrase.of(item.promise().title()));
    if (systemic && !item.senior() && !hasReach(item.owner().flatMap(Owner::person))) {
      findings.add(
          Rule.SYSTEMIC,
          "this asks for a change of the whole organisation; name an owner who can decide it, such"
              + " as a lead or a director, or write the first step that its owner can take.");
    }
  }

  private static boolean hasReach(Optional<Person> owner) {
    return owner.isPresent()
        && owner.get().level().map(level -> Wording.LEVEL.in(Phrase.of(level))).orElse(true);
  }
}
