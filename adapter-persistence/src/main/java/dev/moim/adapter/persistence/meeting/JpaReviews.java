package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReviewId;
import java.util.List;
import java.util.Optional;

/** Inserts and reads; there is no statement here that changes or removes a row. */
final class JpaReviews implements Reviews {
  private static final LatestFirst<ReviewRow> BY_REVIEWER =
      new LatestFirst<>(ReviewRow.class, "from ReviewRow r", "r.reviewerId", "r.writtenAt", "r.id");

  private final CurrentSession current;

  JpaReviews(CurrentSession current) {
    this.current = current;
  }

  @Override
  public void add(List<Review> reviews) {
    reviews.forEach(review -> current.writing().persist(row(review)));
  }

  @Override
  public List<Review> about(MeetingId meeting) {
    return current
        .reading()
        .createSelectionQuery("from ReviewRow r where r.meetingId = :meeting", ReviewRow.class)
        .setParameter("meeting", meeting.value())
        .getResultList()
        .stream()
        .map(JpaReviews::read)
        .toList();
  }

  @Override
  public Page<Review> by(MemberId reviewer, PageRequest page) {
    List<Review> found =
        BY_REVIEWER.rows(current.reading(), reviewer.value(), page).stream()
            .map(JpaReviews::read)
            .toList();
    return Page.of(
        found, page.limit(), review -> new Position(review.writtenAt(), review.id().value()));
  }

  private static ReviewRow row(Review review) {
    ReviewRow row = new ReviewRow();
    row.id = review.id().value();
    row.meetingId = review.meeting().value();
    row.reviewerId = review.reviewer().value();
    row.reviewedId = review.rating().member().value();
    row.stars = review.rating().stars().orElse(null);
    row.writtenAt = Instants.stored(review.writtenAt());
    return row;
  }

  private static Review read(ReviewRow row) {
    return new Review(
        new ReviewId(row.id),
        new MeetingId(row.meetingId),
        new MemberId(row.reviewerId),
        new Rating(new MemberId(row.reviewedId), Optional.ofNullable(row.stars)),
        row.writtenAt);
  }
}
