package dev.moim.domain.moderation;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * A manager's word on what was reported.
 *
 * @param note why; 1–500 code points
 */
public record Decision(Outcome outcome, MemberId by, String note, Instant at) {
  public Decision {
    note = Checks.text(note, 1, 500, "reason");
  }
}
