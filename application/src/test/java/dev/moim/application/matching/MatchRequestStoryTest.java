package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchRequestStoryTest {
  private final Community community = new Community();
  private final Caller minji = community.newcomer("minji");
  private final Caller jun = community.newcomer("jun");
  private final Caller sora = community.newcomer("sora");

  @Test
  void a_request_waits_and_is_matched_or_taken_back_or_given_up() {
    // Minji wants to eat in Gaepo, Sora in Seocho: both wait.
    MatchRequestId matched = submit(minji, "gaepo");
    MatchRequestId expired = submit(sora, "seocho");
    community.deliver();
    assertThat(status(minji, matched)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(community.told(minji)).isEmpty();

    // Jun changes his mind about Seocho, and no trace of it is left with Sora.
    MatchRequestId cancelled = submit(jun, "out");
    community
        .matching()
        .cancelMatchRequest()
        .cancel(new CancelMatchRequest.Command(jun, cancelled));
    community.deliver();
    assertThat(status(jun, cancelled)).isEqualTo(MatchRequestStatus.CANCELLED);

    // He tries Gaepo instead: a match at once, and both are told of the same meeting.
    community.clock().advance(Duration.ofMinutes(5));
    MatchRequestId second = submit(jun, "gaepo");
    community.deliver();
    MatchRequest.Snapshot request =
        community.matching().viewMatchRequest().view(jun, second).request();
    assertThat(request.status()).isEqualTo(MatchRequestStatus.MATCHED);
    String link = "/meetings/" + request.meeting().orElseThrow();
    for (Caller member : List.of(minji, jun)) {
      assertThat(community.told(member))
          .singleElement()
          .satisfies(notification -> {
            assertThat(notification.type()).isEqualTo(NotificationType.MATCH_MADE);
            assertThat(notification.link()).isEqualTo(link);
            assertThat(notification.arguments()).isEqualTo(Map.of("category", "meal"));
          });
    }
    assertRefused(
        MatchingError.ALREADY_MATCHED,
        () ->
            community
                .matching()
                .cancelMatchRequest()
                .cancel(new CancelMatchRequest.Command(minji, matched)));

    // Nobody comes for Sora: she is told when her time is over, and may try again.
    community.clock().advance(Duration.ofMinutes(30));
    assertThat(community.matching().expireMatchRequests().expire()).isEqualTo(1);
    assertThat(status(sora, expired)).isEqualTo(MatchRequestStatus.EXPIRED);
    assertThat(community.told(sora))
        .extracting(Notification::type)
        .containsExactly(NotificationType.MATCH_EXPIRED);
    assertThat(status(sora, submit(sora, "seocho"))).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(community.meetings().listMeetings().list(sora, PageRequest.first(20)).items())
        .isEmpty();
  }

  private MatchRequestId submit(Caller member, String place) {
    return community
        .matching()
        .submitMatchRequest()
        .submit(
            new SubmitMatchRequest.Command(
                member,
                "meal",
                Map.of("place", new FacetInput.Choice(List.of(place))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .request()
        .id();
  }

  private MatchRequestStatus status(Caller member, MatchRequestId request) {
    return community.matching().viewMatchRequest().view(member, request).request().status();
  }
}
