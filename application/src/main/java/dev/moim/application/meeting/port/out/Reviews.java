package dev.moim.application.meeting.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import java.util.List;

/** What members wrote about each other; none is ever changed. */
public interface Reviews {
  /**
   * @throws dev.moim.application.shared.ConcurrencyConflict if somebody reviewed the same member of
   *     the same meeting before, at the latest at the end of the transaction
   */
  void add(List<Review> reviews);

  /** All about a meeting, in no order. */
  List<Review> about(MeetingId meeting);

  /** What a member wrote, the latest first. */
  Page<Review> by(MemberId reviewer, PageRequest page);
}
