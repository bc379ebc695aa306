package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.MeetingError;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReviewId;
import java.time.Instant;
import java.util.List;

/**
 * Takes reviews down. Each advances the meeting's version, so that of two at the same time one is
 * tried again and counts the other's voice.
 */
final class ReviewService {
  private final MeetingStore store;
  private final Reviews reviews;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  ReviewService(
      MeetingStore store, Reviews reviews, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  void review(ReviewMembers.Command command) {
    MemberId reviewer = command.caller().id();
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      Meeting meeting = store.get(command.meeting());
      meeting.review(reviewer, command.ratings(), reviews.about(command.meeting()), now);
      reviews.add(
          command.ratings().stream()
              .map(rating ->
                  new Review(new ReviewId(ids.next()), command.meeting(), reviewer, rating, now))
              .toList());
      store.save(meeting);
    });
  }

  List<Rating> own(Caller caller, MeetingId id) {
    return transactions.read(() -> {
      if (!store.get(id).snapshot().hasMember(caller.id())) {
        throw MeetingError.MEETING_NOT_FOUND.exception();
      }
      return reviews.about(id).stream()
          .filter(review -> review.isBy(caller.id()))
          .map(Review::rating)
          .toList();
    });
  }
}
