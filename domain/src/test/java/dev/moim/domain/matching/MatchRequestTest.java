package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchRequestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Instant END = NOW.plus(PATIENCE);
  private static final MatchRequestId ID = new MatchRequestId(new UUID(0, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(0, 2));
  private static final MeetingId MEETING = new MeetingId(new UUID(0, 3));
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final Category CATEGORY =
      new Category(
          MEAL, new LocalizedName("식사", "Meal"), List.of(), new GroupSize(2, 4), 4, PATIENCE);

  private static MatchRequest submit(Optional<Instant> expiresAt) {
    return MatchRequest.submit(
        ID, MEMBER, CATEGORY, AllOf.ANYTHING, new GroupSize(2, 4), expiresAt, NOW);
  }

  private static MatchRequest submit() {
    return submit(Optional.empty());
  }

  private static DomainException refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  @Test
  void a_new_request_waits_for_the_patience_of_its_category() {
    MatchRequest request = submit();

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(request.snapshot().submittedAt()).isEqualTo(NOW);
    assertThat(request.snapshot().expiresAt()).isEqualTo(END);
    assertThat(request.snapshot().meeting()).isEmpty();
    assertThat(request.isWaiting(END.minus(1, ChronoUnit.MICROS))).isTrue();
    assertThat(request.isWaiting(END)).isFalse();
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestSubmitted(ID, MEMBER, MEAL, NOW));
    assertThat(request.pullEvents()).isEmpty();
  }

  @Test
  void a_member_may_be_more_or_less_patient_within_limits() {
    Instant least = NOW.plus(Category.LEAST_PATIENCE);
    Instant most = NOW.plus(Category.MOST_PATIENCE);
    assertThat(submit(Optional.of(least)).snapshot().expiresAt()).isEqualTo(least);
    assertThat(submit(Optional.of(most)).snapshot().expiresAt()).isEqualTo(most);

    for (Instant wrong :
        List.of(NOW, least.minus(1, ChronoUnit.MICROS), most.plus(1, ChronoUnit.MICROS))) {
      assertThat(refused(SharedError.INVALID_INPUT, () -> submit(Optional.of(wrong))).fieldErrors())
          .singleElement()
          .satisfies(error -> assertThat(error.pointer()).isEqualTo("/expiresAt"));
    }
  }

  @Test
  void a_matched_request_has_a_meeting_and_cannot_be_taken_back() {
    MatchRequest request = submit();
    request.pullEvents();

    request.match(MEETING, NOW);

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(request.snapshot().meeting()).contains(MEETING);
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestMatched(ID, MEMBER, MEAL, MEETING, NOW));
    assertThat(refused(MatchingError.ALREADY_MATCHED, () -> request.cancel(NOW)).details())
        .containsEntry("meetingId", MEETING);
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.match(MEETING, NOW));
  }

  @Test
  void a_request_taken_back_twice_is_taken_back_once() {
    MatchRequest request = submit();
    request.pullEvents();

    request.cancel(NOW);
    request.cancel(NOW);

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestCancelled(ID, MEMBER, MEAL, NOW));
    assertThat(
            refused(MatchingError.REQUEST_NOT_WAITING, () -> request.match(MEETING, NOW)).details())
        .containsEntry("status", MatchRequestStatus.CANCELLED);
  }

  @Test
  void a_request_expires_at_its_end_and_not_before() {
    MatchRequest request = submit();
    request.pullEvents();

    request.expire(END.minus(1, ChronoUnit.MICROS));
    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.WAITING);
    request.expire(END);
    request.expire(END.plusSeconds(1));

    assertThat(request.snapshot().status()).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(request.pullEvents())
        .containsExactly(new MatchRequestEvent.MatchRequestExpired(ID, MEMBER, MEAL, END));
    refused(MatchingError.REQUEST_NOT_WAITING, () -> request.cancel(END));
  }

  @Test
  void a_request_whose_time_is_over_is_not_matched_even_before_it_is_marked() {
    refused(MatchingError.REQUEST_NOT_WAITING, () -> submit().match(MEETING, END));
  }

  @Test
  void a_request_is_restored_as_stored_and_tells_no_events() {
    MatchRequest.Snapshot stored = submit().snapshot().stored();

    MatchRequest restored = MatchRequest.restore(stored);

    assertThat(restored.snapshot()).isEqualTo(stored);
    assertThat(restored.pullEvents()).isEmpty();
    assertThat(stored.version()).isEqualTo(new Version(1));
  }

  @Test
  void all_events_of_a_pool_share_its_key() {
    MatchRequest request = submit();
    request.match(MEETING, NOW);

    assertThat(request.pullEvents())
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.key()).isEqualTo("pool:meal"));
  }

  /** Whatever happens in whatever order, a request ends once. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_request_ends_in_exactly_one_way(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      MatchRequest request = submit();
      request.pullEvents();
      int ends = 0;
      for (int step = 0; step < 8; step++) {
        MatchRequest.Snapshot before = request.snapshot();
        Instant now = NOW.plus(Duration.ofMinutes(random.nextInt(40)));
        try {
          switch (random.nextInt(3)) {
            case 0 -> request.cancel(now);
            case 1 -> request.match(MEETING, now);
            default -> request.expire(now);
          }
        } catch (DomainException refusal) {
          assertThat(request.snapshot()).isEqualTo(before);
        }
        ends += request.pullEvents().size();
        if (before.status() != MatchRequestStatus.WAITING) {
          assertThat(request.snapshot()).isEqualTo(before);
        }
        assertThat(request.snapshot().meeting().isPresent())
            .isEqualTo(request.snapshot().status() == MatchRequestStatus.MATCHED);
      }
      assertThat(ends).isEqualTo(request.snapshot().status() == MatchRequestStatus.WAITING ? 0 : 1);
    }
  }
}
