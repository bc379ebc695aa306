package dev.moim.domain.meeting;

import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReviewId;
import java.time.Instant;

/** A rating as it was written, once and for all. */
public record Review(
    ReviewId id, MeetingId meeting, MemberId reviewer, Rating rating, Instant writtenAt) {
  public boolean isOf(MemberId reviewed) {
    return rating.member().equals(reviewed);
  }

  public boolean isBy(MemberId member) {
    return reviewer.equals(member);
  }
}
