package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertInvalid;
import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.DryRun;
import dev.moim.application.matching.port.in.DryRun.Happened;
import dev.moim.application.matching.port.in.DryRunPool;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.matching.MatchRequestBuilder;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other policies on the requests of a day. */
class DryRunUseCaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final Matchmaking matchmaking = new Matchmaking();
  private Caller admin;
  private Caller minji;
  private Caller jun;
  private Caller sora;

  private static Instant at(LocalDate day, int hour, int minute) {
    return ZonedDateTime.of(day, LocalTime.of(hour, minute), MemberSettings.DEFAULT.zone())
        .toInstant();
  }

  @BeforeEach
  void beginTheDay() {
    matchmaking.community.clock().set(at(DAY, 9, 0));
    admin = matchmaking.community.admin("admin");
    minji = matchmaking.newcomer("minji");
    jun = matchmaking.newcomer("jun");
    sora = matchmaking.newcomer("sora");
  }

  private DryRun dryRun(String... policies) {
    return dryRun(Optional.empty(), policies);
  }

  private DryRun dryRun(Optional<LocalDate> date, String... policies) {
    return matchmaking
        .matching()
        .dryRunPool()
        .run(new DryRunPool.Command(admin, "meal", List.of(policies), date));
  }

  private void pass(Duration time) {
    matchmaking.community.passTime(time);
  }

  private List<MatchRequest.Snapshot> everything() {
    return matchmaking
        .community
        .transactions()
        .read(() -> matchmaking.community.matchRequests().everything());
  }

  // --- What it tells -----------------------------------------------------------------------------

  @Test
  void each_policy_is_told_beside_what_really_happened() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    pass(Duration.ofMinutes(5));
    matchmaking.submit(Ask.by(jun).at("gaepo"));
    matchmaking.submit(Ask.by(sora).at("seocho"));
    pass(Duration.ofHours(1));

    DryRun run = dryRun("default", "patient");

    assertThat(run.category()).isEqualTo(Matchmaking.MEAL);
    assertThat(run.date()).isEqualTo(DAY);
    assertThat(run.happened()).isEqualTo(new Happened(3, 2, 1, 0));
    assertThat(run.policies()).extracting(Simulation::policy).containsExactly("default", "patient");
    Simulation usual = run.policies().getFirst();
    assertThat(usual.people()).isEqualTo(3);
    assertThat(usual.matched()).isEqualTo(2);
    assertThat(usual.meanSize()).isEqualTo(2);
    assertThat(usual.timeToMatch().p50()).isEqualTo(Duration.ofMinutes(5));
    assertThat(run.policies().getLast().timeToMatch().p50())
        .isGreaterThan(usual.timeToMatch().p50());
  }

  @Test
  void it_changes_nothing() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    matchmaking.ask(Ask.by(jun).at("gaepo"));
    List<MatchRequest.Snapshot> before = everything();
    int messages = matchmaking.community.messages().size();

    dryRun("default");

    assertThat(everything()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(matchmaking.community.messages()).hasSize(messages);
  }

  @Test
  void a_party_comes_as_one_and_who_took_it_back_is_replayed_nevertheless() {
    MatchRequestId party = matchmaking.submit(Ask.by(minji).with("jun"));
    matchmaking.answer(jun, party, true);
    pass(Duration.ofMinutes(1));
    matchmaking.cancel(minji, party);
    matchmaking.submit(Ask.by(sora));

    DryRun run = dryRun("default");

    assertThat(run.happened()).isEqualTo(new Happened(3, 0, 0, 2));
    assertThat(run.policies().getFirst().people()).isEqualTo(3);
    assertThat(run.policies().getFirst().matched()).isEqualTo(3);
    assertThat(run.policies().getFirst().meanSize()).isEqualTo(3);
  }

  @Test
  void nobody_is_put_together_with_themselves_or_whom_they_block() {
    MatchRequestId first = matchmaking.submit(Ask.by(minji));
    matchmaking.cancel(minji, first);
    matchmaking.submit(Ask.by(minji));
    matchmaking.block(minji, jun);
    matchmaking.submit(Ask.by(jun));

    Simulation usual = dryRun("default").policies().getFirst();

    assertThat(usual.people()).isEqualTo(3);
    assertThat(usual.matched()).isZero();
  }

  @Test
  void who_never_waited_since_friends_did_not_answer_is_left_out() {
    matchmaking.submit(Ask.by(minji).with("jun"));
    assertThat(dryRun("default").happened().people()).isZero();

    pass(Duration.ofHours(2));

    assertThat(dryRun("default").happened().people()).isZero();
  }

  @Test
  void who_took_it_back_before_friends_answered_is_left_out() {
    MatchRequestId request = matchmaking.submit(Ask.by(minji).with("jun"));

    matchmaking.cancel(minji, request);

    assertThat(dryRun("default").happened().people()).isZero();
  }

  @Test
  void another_day_is_replayed_by_its_date() {
    matchmaking.submit(Ask.by(minji));
    matchmaking.community.clock().set(at(DAY.plusDays(1), 0, 0));
    matchmaking.community.runAllPools();
    matchmaking.submit(Ask.by(jun));

    assertThat(dryRun("default").happened().people()).isEqualTo(1);
    assertThat(dryRun(Optional.of(DAY), "default").happened()).isEqualTo(new Happened(1, 0, 1, 0));
    assertThat(dryRun(Optional.of(DAY.minusDays(365)), "default").happened())
        .isEqualTo(new Happened(0, 0, 0, 0));
  }

  // --- What it refuses ---------------------------------------------------------------------------

  @Test
  void nobody_but_admins_may_try_policies() {
    Caller manager = matchmaking.community.newcomer("manager", Role.MANAGER, admin);
    for (Caller other : List.of(minji, manager)) {
      assertRefused(
          SharedError.NOT_ALLOWED,
          () ->
              matchmaking
                  .matching()
                  .dryRunPool()
                  .run(
                      new DryRunPool.Command(other, "meal", List.of("default"), Optional.empty())));
    }
  }

  @Test
  void what_is_wrong_is_said_at_once() {
    assertInvalid(
        () -> dryRun(Optional.of(DAY.plusDays(1)), "default", "magic"),
        "/policies/1 UNKNOWN_POLICY",
        "/date OUT_OF_RANGE");
    assertInvalid(
        () -> dryRun(Optional.of(DAY.minusDays(367)), "all"),
        "/policies/0 UNKNOWN_POLICY",
        "/date OUT_OF_RANGE");
    assertInvalid(() -> dryRun(), "/policies REQUIRED");
    assertInvalid(
        () -> dryRun("default", "plain", "patient", "no-rescue", "no-joiners"),
        "/policies TOO_MANY");
    assertRefused(
        ConditionError.UNKNOWN_CATEGORY,
        () ->
            matchmaking
                .matching()
                .dryRunPool()
                .run(new DryRunPool.Command(admin, "nap", List.of("default"), Optional.empty())));
  }

  @Test
  void a_policy_named_twice_is_tried_once() {
    assertThat(dryRun("plain", "plain").policies())
        .extracting(Simulation::policy)
        .containsExactly("plain");
  }

  @Test
  void a_day_with_very_many_requests_is_refused() {
    MatchingPorts usual = matchmaking.community.matchingPorts();
    var busy =
        MatchingUseCases.of(
            new MatchingPorts(
                endless(usual.requests()),
                usual.proposals(),
                usual.signal(),
                usual.locks(),
                usual.transactions(),
                usual.outbox(),
                usual.ids(),
                usual.clock()),
            matchmaking.community.matchingNeighbours(),
            SampleCategories.ALL,
            MatchingSettings.DEFAULT,
            MemberSettings.DEFAULT.zone());

    assertThat(
            assertRefused(
                    MatchingError.DAY_TOO_BUSY,
                    () ->
                        busy.dryRunPool()
                            .run(
                                new DryRunPool.Command(
                                    admin, "meal", List.of("plain"), Optional.empty())))
                .details())
        .containsEntry("most", 10_000);
  }

  /** As many requests on any day as are asked for. */
  private static MatchRequests endless(MatchRequests others) {
    MatchRequest.Snapshot any = MatchRequestBuilder.aMatchRequest().build();
    return (MatchRequests)
        Proxy.newProxyInstance(
            MatchRequests.class.getClassLoader(),
            new Class<?>[] {MatchRequests.class},
            (proxy, method, arguments) ->
                method.getName().equals("submittedBetween")
                    ? Collections.nCopies((int) arguments[3], any)
                    : method.invoke(others, arguments));
  }
}
