package dev.moim.domain.room;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.Checks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a room is about.
 *
 * @param title one line, 1–60 code points
 * @param description 0–2,000 code points
 * @param condition what is fixed of each facet; the rest is open
 * @param meetsAt to the microsecond; what is finer is cut off
 * @param anonymous whether members see each other only by their seat's number until confirmed
 */
public record RoomDetails(
    String title,
    String description,
    CategoryKey category,
    AllOf condition,
    Instant meetsAt,
    Capacity capacity,
    boolean anonymous) {
  /** What stands for the title of a room whose text is hidden. */
  public static final String HIDDEN_TITLE = "…";

  public RoomDetails {
    title = Checks.line(title, 1, 60, "title");
    description = Checks.text(description, 0, 2_000, "description");
    meetsAt = meetsAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The same without what somebody wrote. */
  public RoomDetails withoutText() {
    return new RoomDetails(HIDDEN_TITLE, "", category, condition, meetsAt, capacity, anonymous);
  }
}
