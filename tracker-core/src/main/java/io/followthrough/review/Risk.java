package io.followthrough.review;

import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much an open item asks for a decision: points for what can go wrong while it stays open. Only
 * the order matters. Pure.
 *
 * @param points the more, the earlier it is looked at
 * @param why each reason in a few words, the heaviest first
 * @param decision what is to be decided
 */
public record Risk(int points, List<String> why, String decision) {
  private static final int MANY_DEFERRALS = 3;
  private static final int LONG_OVERDUE = 90;

  public Risk {
    why = List.copyOf(why);
  }

  /** The risk of an item that is open at the end of a day. */
  public static Risk of(ReviewItem item, LocalDate day) {
    List<String> why = new ArrayList<>();
    int points = item.priority().map(Risk::weight).orElse(10);
    if (item.cameBack()) {
      points += 35;
      why.add("its incident came back");
    }
    item.priority()
        .filter(priority -> priority == Priority.CRITICAL || priority == Priority.HIGH)
        .ifPresent(priority -> why.add(priority.word() + " priority"));
    int late = item.isOverdue(day) ? item.lateness(day) : 0;
    if (late > 0) {
      points += 10 + Math.min(20, late / 3);
      why.add(late + (late == 1 ? " day" : " days") + " overdue");
    }
    if (!item.owned()) {
      points += 15;
      why.add("no owner");
    }
    if (item.state() == ItemState.BLOCKED) {
      points += 10;
      why.add(item.blockedBy().map(blocker -> "blocked by " + blocker).orElse("blocked"));
    }
    if (item.deferrals() > 0) {
      points += Math.min(18, 6 * item.deferrals());
      why.add("deferred " + (item.deferrals() == 1 ? "once" : item.deferrals() + " times"));
    }
    if (item.kind().filter(ActionKind.PREVENTION::equals).isPresent()) {
      points += 8;
      why.add("it prevents");
    }
    if (why.isEmpty()) {
      why.add("open for " + item.age(day) + " days");
    }
    return new Risk(points, why, decision(item, late));
  }

  private static int weight(Priority priority) {
    return switch (priority) {
      case CRITICAL -> 40;
      case HIGH -> 25;
      case MEDIUM -> 12;
      case LOW -> 5;
    };
  }

  private static String decision(ReviewItem item, int late) {
    if (!item.owned()) {
      return "Who owns it?";
    }
    if (item.cameBack()) {
      return "Do it now, or say why not.";
    }
    if (item.state() == ItemState.BLOCKED) {
      return "Who clears the way, and by when?";
    }
    if (item.deferrals() >= MANY_DEFERRALS || late > LONG_OVERDUE) {
      return "Fund it with a date that holds, or decline it.";
    }
    return late > 0 ? "A new date, or help for its owner?" : "Is it still in time?";
  }

  /** The riskiest first; of equal ones the oldest. */
  public static Comparator<ReviewItem> order(LocalDate day) {
    return Comparator.comparing((ReviewItem item) -> -of(item, day).points())
        .thenComparing(ReviewItem::opened)
        .thenComparing(ReviewItem::id);
  }
}
