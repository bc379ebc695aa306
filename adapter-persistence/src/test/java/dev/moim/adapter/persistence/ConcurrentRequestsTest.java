package dev.moim.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.testkit.shared.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Requests that come at once are stored together, where nobody has two. */
@EachDatabase
class ConcurrentRequestsTest {
  private static final int MEMBERS = 15;

  /** Each of so many asks twice. */
  private static final int IMPATIENT = 5;

  private final TestDatabase database;
  private final UseCases useCases;

  ConcurrentRequestsTest(TestDatabase database) {
    this.database = database;
    useCases = new UseCases(database);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  private MatchRequestView submit(Caller caller) {
    return useCases
        .matching
        .submitMatchRequest()
        .submit(
            new SubmitMatchRequest.Command(
                caller, "meal", Map.of(), Optional.of(4), Optional.of(4), Optional.empty()));
  }

  private List<MatchRequestId> requestsOf(Caller caller) {
    return useCases
        .matching
        .listMatchRequests()
        .list(caller, PageRequest.first(10))
        .items()
        .stream()
        .map(view -> view.request().id())
        .toList();
  }

  @RepeatedTest(10)
  void each_of_many_gets_one_though_some_ask_twice() {
    List<Caller> members = Stream.generate(UseCases::caller).limit(MEMBERS).toList();

    List<Race.Outcome<MatchRequestView>> outcomes =
        Race.of(MEMBERS + IMPATIENT, i -> submit(members.get(i % MEMBERS)));

    Map<Caller, MatchRequestId> told = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Caller member = members.get(i % MEMBERS);
      outcomes
          .get(i)
          .result()
          .ifPresent(view -> assertThat(told.put(member, view.request().id())).isNull());
    }
    assertThat(told).hasSize(MEMBERS);
    told.forEach((member, request) -> assertThat(requestsOf(member)).containsExactly(request));
    for (int i = 0; i < outcomes.size(); i++) {
      MatchRequestId theirs = told.get(members.get(i % MEMBERS));
      outcomes
          .get(i)
          .failure()
          .ifPresent(failure ->
              assertThat(failure)
                  .isInstanceOfSatisfying(
                      DomainException.class,
                      refusal -> {
                        assertThat(refusal.code()).isEqualTo(MatchingError.LIVE_REQUEST_EXISTS);
                        assertThat(refusal.details()).containsEntry("matchRequestId", theirs);
                      }));
    }
  }
}
