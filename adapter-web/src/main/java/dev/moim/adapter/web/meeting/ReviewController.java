package dev.moim.adapter.web.meeting;

import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.meeting.port.in.ListOwnReviews;
import dev.moim.application.meeting.port.in.ReviewMembers;
import dev.moim.domain.meeting.Rating;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members say of each other after a meeting. */
@RestController
@RequestMapping(path = "/api/v1/meetings/{id}/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Meetings")
class ReviewController {
  private static final int MOST = 100;

  /** What one says of the others; who is left out is not rated, and may be later. */
  record ReviewRequest(@Schema(description = "At most 100") List<RatingInput> reviews) {}

  /** Stars, or that somebody did not come; with neither, nothing is said of them. */
  @Schema(name = "RatingInput")
  record RatingInput(
      String memberId,
      @Schema(minimum = "1", maximum = "5") @Nullable Integer stars,
      @Nullable Boolean absent) {}

  /** What one said of somebody. */
  @Schema(name = "Rating")
  record RatingResponse(
      String memberId,
      @Schema(minimum = "1", maximum = "5") @Nullable Integer stars,
      boolean absent) {
    static RatingResponse of(Rating rating) {
      return new RatingResponse(
          rating.member().toString(), rating.stars().orElse(null), rating.saysAbsent());
    }
  }

  /** All that one said of the others in a meeting. */
  @Schema(name = "Ratings")
  record RatingsResponse(List<RatingResponse> items) {}

  private final ReviewMembers reviewMembers;
  private final ListOwnReviews listOwnReviews;

  ReviewController(ReviewMembers reviewMembers, ListOwnReviews listOwnReviews) {
    this.reviewMembers = reviewMembers;
    this.listOwnReviews = listOwnReviews;
  }

  @GetMapping
  @Refuses("MEETING_NOT_FOUND")
  @Operation(summary = "What one said of the others in a meeting")
  RatingsResponse list(Caller caller, @PathVariable String id) {
    return ratings(caller, MeetingController.meetingId(id));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses({"MEETING_NOT_FOUND", "REVIEW_NOT_OPEN", "ALREADY_REVIEWED"})
  @Operation(
      summary = "Review the others, each once: from an hour after the start until 14 days later")
  RatingsResponse review(
      Caller caller, @PathVariable String id, @RequestBody ReviewRequest request) {
    MeetingId meeting = MeetingController.meetingId(id);
    reviewMembers.review(new ReviewMembers.Command(caller, meeting, read(request.reviews())));
    return ratings(caller, meeting);
  }

  private RatingsResponse ratings(Caller caller, MeetingId meeting) {
    return new RatingsResponse(
        listOwnReviews.list(caller, meeting).stream().map(RatingResponse::of).toList());
  }

  /** Those who are rated; with all that is wrong with the input at once. */
  private static List<Rating> read(List<RatingInput> input) {
    if (input.size() > MOST) {
      throw SharedError.invalid(
          List.of(
              new FieldError("/reviews", "OUT_OF_RANGE", Map.of("min", (Object) 1, "max", MOST))));
    }
    List<Rating> ratings = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < input.size(); i++) {
      String pointer = "/reviews/" + i;
      try {
        read(input.get(i)).ifPresent(ratings::add);
      } catch (DomainException e) {
        e.fieldErrors().forEach(error -> errors.add(error.under(pointer)));
      }
    }
    if (!errors.isEmpty()) {
      throw SharedError.invalid(errors);
    }
    return ratings;
  }

  private static Optional<Rating> read(RatingInput input) {
    boolean absent = Boolean.TRUE.equals(input.absent());
    Optional<Integer> stars = Optional.ofNullable(input.stars());
    stars.ifPresent(given -> Checks.inRange(given, 1, Rating.MOST_STARS, "stars"));
    if (absent && stars.isPresent()) {
      throw SharedError.invalid("/stars", "STARS_OR_ABSENT");
    }
    MemberId member =
        Parameters.id(input.memberId())
            .map(MemberId::new)
            .orElseThrow(() -> SharedError.invalid("/memberId", "NOT_ANOTHER_MEMBER"));
    return absent || stars.isPresent() ? Optional.of(new Rating(member, stars)) : Optional.empty();
  }
}
