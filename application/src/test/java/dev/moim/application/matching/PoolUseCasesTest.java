package dev.moim.application.matching;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.matching.port.in.PoolInspection.Decided;
import dev.moim.application.matching.port.in.PoolInspection.Kind;
import dev.moim.application.matching.port.in.PoolInspection.LastHour;
import dev.moim.application.matching.port.in.PoolView;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Cause;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.condition.SampleCategories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What members and admins are shown about the pools. */
class PoolUseCasesTest {
  private static final Duration PATIENCE = SampleCategories.MEAL.patience();
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final Matchmaking matchmaking = new Matchmaking();
  private final Caller admin = matchmaking.community.admin("admin");
  private final Caller minji = matchmaking.newcomer("minji");
  private final Caller jun = matchmaking.newcomer("jun");
  private final Caller sora = matchmaking.newcomer("sora");

  private PoolInspection meals() {
    return matchmaking.matching().inspectPools().inspect(admin).getFirst();
  }

  private Instant now() {
    return matchmaking.community.clock().now();
  }

  private void pass(Duration time) {
    matchmaking.community.passTime(time);
  }

  // --- Runs --------------------------------------------------------------------------------------

  @Test
  void a_step_that_loses_its_race_again_and_again_is_tried_later_and_keeps_nobody_else() {
    MatchRequestId one = matchmaking.submit(Ask.by(minji).at("gaepo"));
    matchmaking.ask(Ask.by(jun).at("gaepo"));
    MatchRequestId other = matchmaking.ask(Ask.by(sora).at("out"));
    matchmaking.ask(Ask.by(matchmaking.newcomer("dohun")).at("out"));
    matchmaking.community.handle(matchmaking.community.messages());
    AtomicInteger busy = new AtomicInteger(1);
    matchmaking.community.disturb(() -> {
      if (busy.getAndDecrement() > 0) {
        throw SharedError.TOO_BUSY.exception();
      }
    });

    Optional<Instant> due = matchmaking.matching().runPool().run(Matchmaking.MEAL);

    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    assertThat(matchmaking.status(sora, other)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(due).contains(now().plusSeconds(1));
    matchmaking.matching().runPool().run(Matchmaking.MEAL);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.WAITING);
    matchmaking.community.clock().advance(Duration.ofSeconds(1));
    matchmaking.matching().runPool().run(Matchmaking.MEAL);
    assertThat(matchmaking.status(minji, one)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  @Test
  void who_comes_after_the_clock_was_put_back_is_matched_as_well() {
    pass(Duration.ofHours(2));
    matchmaking.community.clock().set(now().minus(Duration.ofHours(1)));

    MatchRequestId one = matchmaking.submit(Ask.by(minji));

    assertThat(matchmaking.view(minji, one).outlook()).isPresent();
    MatchRequestId other = matchmaking.submit(Ask.by(jun));
    assertThat(matchmaking.meeting(minji, one)).isEqualTo(matchmaking.meeting(jun, other));
  }

  // --- For members -------------------------------------------------------------------------------

  @Test
  void members_are_told_how_each_category_is_matched() {
    List<Relaxation> steps =
        List.of(
            new Relaxation.AnyValue(new FacetKey("way"), Duration.ofMinutes(10)),
            new Relaxation.SmallerGroup(2, Duration.ofMinutes(15)));
    var asking =
        new Matchmaking(
            PoolSettings.DEFAULT.withAcceptance(Duration.ofMinutes(2)).withRelaxations(steps));
    asking.submit(Ask.by(asking.newcomer("jisu")).at("out"));

    List<PoolView> pools = asking.matching().listPools().list();

    assertThat(pools)
        .extracting(pool -> pool.category().value())
        .containsExactly("meal", "study", "exercise");
    assertThat(pools.getFirst())
        .isEqualTo(new PoolView(Matchmaking.MEAL, 1, Optional.of(Duration.ofMinutes(2)), steps));
    assertThat(pools.getLast().waiting()).isZero();
    assertThat(pools.getLast().acceptance()).isEmpty();
    assertThat(pools.getLast().relaxations()).isEmpty();
  }

  // --- For admins --------------------------------------------------------------------------------

  @Test
  void nobody_but_admins_inspects_the_pools() {
    Caller manager = matchmaking.community.newcomer("manager", Role.MANAGER, admin);

    assertRefused(
        SharedError.NOT_ALLOWED, () -> matchmaking.matching().inspectPools().inspect(minji));
    assertRefused(
        SharedError.NOT_ALLOWED, () -> matchmaking.matching().inspectPools().inspect(manager));
  }

  @Test
  void a_pool_in_which_nothing_has_happened_is_empty() {
    assertThat(matchmaking.matching().inspectPools().inspect(admin))
        .extracting(pool -> pool.category().value())
        .containsExactly("meal", "study", "exercise");
    assertThat(meals())
        .isEqualTo(
            new PoolInspection(
                Matchmaking.MEAL,
                0,
                Optional.empty(),
                0,
                new LastHour(0, 0, 0, 0),
                Optional.empty(),
                List.of()));
  }

  @Test
  void admins_see_who_waits_for_how_long_and_what_was_decided_why() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    pass(FIVE_MINUTES);
    PoolInspection waiting = meals();
    matchmaking.submit(Ask.by(jun).at("gaepo"));
    pass(Duration.ofMinutes(1));
    matchmaking.submit(Ask.by(sora).at("gaepo"));

    PoolInspection grouped = meals();

    assertThat(waiting.waiting()).isEqualTo(1);
    assertThat(waiting.oldest()).contains(FIVE_MINUTES);
    assertThat(waiting.lastHour()).isEqualTo(new LastHour(1, 0, 0, 0));
    assertThat(grouped.waiting()).isZero();
    assertThat(grouped.oldest()).isEmpty();
    assertThat(grouped.openGroups()).isEqualTo(1);
    assertThat(grouped.lastHour()).isEqualTo(new LastHour(3, 3, 0, 0));
    assertThat(grouped.timeToMatch()).contains(Duration.ZERO);
    Optional<EndReason> none = Optional.empty();
    assertThat(grouped.decisions())
        .containsExactly(
            new Decided(now(), Kind.CHANGED, 3, Optional.of(Cause.ARRIVAL), none),
            new Decided(now().minusSeconds(60), Kind.FORMED, 2, Optional.of(Cause.ARRIVAL), none));
  }

  @Test
  void the_end_of_groups_and_of_those_who_wait_in_vain_is_recorded() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    matchmaking.submit(Ask.by(jun).at("gaepo"));
    matchmaking.submit(Ask.by(sora).at("seocho"));

    pass(PATIENCE);

    PoolInspection pool = meals();
    assertThat(pool.openGroups()).isZero();
    assertThat(pool.lastHour()).isEqualTo(new LastHour(3, 2, 1, 0));
    assertThat(pool.decisions())
        .extracting(Decided::kind)
        .containsExactlyInAnyOrder(Kind.FORMED, Kind.CLOSED, Kind.EXPIRED);
    assertThat(pool.decisions())
        .filteredOn(decided -> decided.kind() == Kind.EXPIRED)
        .singleElement()
        .isEqualTo(
            new Decided(
                now(), Kind.EXPIRED, 1, Optional.empty(), Optional.of(EndReason.NOBODY_SUITED)));
    assertThat(pool.decisions())
        .filteredOn(decided -> decided.kind() == Kind.CLOSED)
        .singleElement()
        .isEqualTo(new Decided(now(), Kind.CLOSED, 2, Optional.of(Cause.TIME), Optional.empty()));
  }

  @Test
  void a_step_that_did_not_hold_is_counted_as_lost_and_nobody_as_matched() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    MatchRequestId late = matchmaking.ask(Ask.by(jun).at("gaepo"));
    boolean[] done = {false};
    matchmaking.community.disturb(() -> {
      if (!done[0] && matchmaking.community.messages().isEmpty()) {
        done[0] = true;
        matchmaking
            .matching()
            .cancelMatchRequest()
            .cancel(new CancelMatchRequest.Command(jun, late));
      }
    });

    matchmaking.community.deliver();

    assertThat(done[0]).isTrue();
    assertThat(meals().lastHour()).isEqualTo(new LastHour(2, 0, 0, 1));
    assertThat(meals().waiting()).isEqualTo(1);
  }

  @Test
  void nobody_is_counted_as_an_arrival_twice() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    matchmaking.block(minji, sora);
    matchmaking.block(minji, jun);

    assertThat(meals().lastHour().arrived()).isEqualTo(1);
  }

  @Test
  void what_is_older_than_an_hour_counts_no_more() {
    matchmaking.submit(Ask.by(minji).at("gaepo"));
    matchmaking.submit(Ask.by(jun).at("gaepo"));

    pass(Duration.ofMinutes(59));
    assertThat(meals().lastHour()).isEqualTo(new LastHour(2, 2, 0, 0));
    pass(Duration.ofMinutes(2));

    assertThat(meals().lastHour()).isEqualTo(new LastHour(0, 0, 0, 0));
    assertThat(meals().timeToMatch()).isEmpty();
    assertThat(meals().decisions()).isNotEmpty();
  }

  @Test
  void after_a_restart_nobody_counts_who_began_to_wait_before() {
    matchmaking.submit(Ask.by(minji).category("exercise").at("gaepo"));
    pass(Duration.ofMinutes(61));
    matchmaking.submit(Ask.by(jun).category("exercise").at("seocho"));
    pass(Duration.ofMinutes(1));

    matchmaking.community.restartMatching();
    matchmaking.community.runAllPools();

    PoolInspection exercise = matchmaking.matching().inspectPools().inspect(admin).getLast();
    assertThat(exercise.lastHour()).isEqualTo(new LastHour(0, 0, 0, 0));
    assertThat(exercise.oldest()).contains(Duration.ofMinutes(62));
    assertThat(exercise.waiting()).isEqualTo(2);
  }
}
