package dev.moim.application.matching.service;

import static dev.moim.application.matching.service.Arrivals.MEAL;
import static dev.moim.application.matching.service.Arrivals.NAME;
import static dev.moim.application.matching.service.Arrivals.START;
import static dev.moim.application.matching.service.Arrivals.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.SimulateMatching.Arrival;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.domain.condition.WindowFacet;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowestTest {
  @Test
  void those_come_first_whom_the_fewest_suit() {
    List<Arrival> arrivals =
        List.of(
            someone("any", "", 0).arrival(),
            someone("gaepo", "gaepo", 1).arrival(),
            someone("large", "gaepo", 2).sized(5, 6).arrival(),
            someone("out", "out", 3).arrival(),
            someone("two", "gaepo|out", 4).arrival());

    // any: 4, gaepo: 3, large: 1 (nobody else accepts 5), out: 3, two: 4 (counting themselves)
    assertThat(first(arrivals)).containsExactly(2, 1, 3, 0, 4);
  }

  @Test
  void of_very_many_requests_some_stand_for_all() {
    var arrivals = new ArrayList<Arrival>();
    for (int i = 0; i < 20_001; i++) {
      arrivals.add(someone("p" + i, i % 10 == 0 ? "out" : "gaepo", 0).arrival());
    }

    assertThat(first(arrivals).subList(0, 2_001)).allMatch(id -> id % 10 == 0);
  }

  @Test
  void so_they_do_where_very_many_ask_for_something_different() {
    var when = new WindowFacet(new FacetKey("when"), NAME, Duration.ofHours(1));
    var category =
        new Category(
            new CategoryKey("walk"),
            NAME,
            List.of(when),
            new GroupSize(2, 4),
            4,
            Duration.ofHours(1));
    var requests = new ArrayList<WaitingRequest<Integer>>();
    for (int i = 0; i < 2_500; i++) {
      Instant from = START.plusSeconds(i);
      requests.add(request(i, from, from.plus(Duration.ofHours(2))));
    }
    Instant far = START.plus(Duration.ofDays(9));
    requests.add(request(9_999, far, far.plus(Duration.ofHours(2))));

    assertThat(Narrowest.first(category, requests).getFirst().id()).isEqualTo(9_999);
  }

  private static WaitingRequest<Integer> request(int id, Instant from, Instant to) {
    return new WaitingRequest<>(
        id,
        1,
        new AllOf(Map.of(new FacetKey("when"), new TimeWindow(from, to, Duration.ofHours(1)))),
        new GroupSize(2, 4),
        START,
        START.plusSeconds(1),
        List.of(),
        Set.of(),
        Set.of());
  }

  private static List<Integer> first(List<Arrival> arrivals) {
    return Narrowest.first(MEAL, Crowd.of(MEAL, arrivals, new Validation()).requests()).stream()
        .map(WaitingRequest::id)
        .toList();
  }
}
