package dev.moim.application.matching.service;

import static dev.moim.application.matching.service.Arrivals.MEAL;
import static dev.moim.application.matching.service.Arrivals.minute;
import static dev.moim.application.matching.service.Arrivals.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.Relaxation.AnyValue;
import dev.moim.domain.matching.Relaxation.SmallerGroup;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private final Validation validation = new Validation();

  @Test
  void people_arrive_by_time_and_wait_for_the_patience_unless_they_say_otherwise() {
    List<WaitingRequest<Integer>> requests =
        requests(someone("late", "gaepo", 9), someone("early", "out", 2).until(4));

    assertThat(requests)
        .extracting(WaitingRequest::id, WaitingRequest::submittedAt, WaitingRequest::expiresAt)
        .containsExactly(tuple(1, minute(2), minute(4)), tuple(0, minute(9), minute(39)));
  }

  @Test
  void a_party_arrives_with_its_last_member_and_expires_with_its_first() {
    List<WaitingRequest<Integer>> requests =
        requests(
            someone("a", "gaepo|out", 0).sized(3, 4).in("p"),
            someone("b", "gaepo", 10).until(20).sized(2, 3).in("p"));

    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().people()).isEqualTo(2);
    assertThat(requests.getFirst().size()).isEqualTo(new GroupSize(3, 3));
    assertThat(requests.getFirst().submittedAt()).isEqualTo(minute(10));
    assertThat(requests.getFirst().expiresAt()).isEqualTo(minute(20));
    assertThat(MEAL.facets().getFirst().format(place(requests.getFirst()))).isEqualTo("gaepo");
  }

  @Test
  void a_party_relaxes_a_facet_once_all_who_asked_for_it_agree() {
    List<WaitingRequest<Integer>> requests =
        requests(
            someone("a", "gaepo", 0).in("p").relaxing(anyPlace(10)),
            someone("b", "gaepo", 0).in("p").relaxing(anyPlace(20)),
            someone("c", "", 0).in("p"));

    assertThat(requests.getFirst().relaxations()).containsExactly(anyPlace(20));
  }

  @Test
  void a_party_does_not_relax_what_one_of_it_still_asks_for() {
    List<WaitingRequest<Integer>> requests =
        requests(
            someone("a", "gaepo", 0).sized(3, 4).in("p").relaxing(anyPlace(10), smaller(5)),
            someone("b", "gaepo", 0).sized(3, 4).in("p"));

    assertThat(requests.getFirst().relaxations()).isEmpty();
  }

  @Test
  void a_party_accepts_a_smaller_group_once_all_do() {
    List<WaitingRequest<Integer>> requests =
        requests(
            someone("a", "", 0).sized(4, 4).in("p").relaxing(smaller(5)),
            someone("b", "", 0).sized(2, 4).in("p"));

    assertThat(requests.getFirst().relaxations()).containsExactly(smaller(5));
  }

  @Test
  void somebody_who_is_alone_relaxes_as_they_agreed() {
    assertThat(requests(someone("a", "", 0).relaxing(anyPlace(10))).getFirst().relaxations())
        .containsExactly(anyPlace(10));
  }

  @Test
  void all_that_is_wrong_is_noted_and_the_others_are_kept() {
    List<WaitingRequest<Integer>> requests =
        requests(
            someone("a", "mars", 0),
            someone("b", "gaepo", 0).atNoTime(),
            someone("c", "gaepo", 5).until(5),
            someone("d", "gaepo", 0).until(10).in("p"),
            someone("e", "gaepo", 10).in("p"),
            someone("f", "gaepo", 0));

    assertThat(validation.errors())
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactlyInAnyOrder(
            tuple("/people/0/condition/place/0", "UNKNOWN_OPTION"),
            tuple("/people/1/submittedAt", "REQUIRED"),
            tuple("/people/2/expiresAt", "NOT_AFTER_SUBMISSION"),
            tuple("/people/3/party", "PARTY_NEVER_TOGETHER"));
    assertThat(requests).hasSize(1);
  }

  private List<WaitingRequest<Integer>> requests(Arrivals... arrivals) {
    return Crowd.of(MEAL, Stream.of(arrivals).map(Arrivals::arrival).toList(), validation)
        .requests();
  }

  private static dev.moim.domain.condition.MatchCondition place(WaitingRequest<Integer> request) {
    return request.condition().of(new FacetKey("place")).orElseThrow();
  }

  private static Relaxation anyPlace(int minutes) {
    return new AnyValue(new FacetKey("place"), Duration.ofMinutes(minutes));
  }

  private static Relaxation smaller(int minutes) {
    return new SmallerGroup(2, Duration.ofMinutes(minutes));
  }
}
