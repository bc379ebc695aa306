package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a pool promises, where several unlikely things come together. */
class PoolPromisesTest {
  private static final CategoryKey STUDY = new CategoryKey("study");

  /** An open group, in which one accepts six people at the most, and another only four. */
  private static MeetingId fourOfSix(Matchmaking world, Caller one, Caller onlyFour) {
    MatchRequestId first = world.submit(study(one).sizes(2, 6));
    world.submit(study(world.newcomer("nickd")).sizes(2, 6));
    world.submit(study(world.newcomer("nickz")).sizes(2, 6));
    world.submit(study(onlyFour).sizes(2, 4));
    return world.meeting(one, first);
  }

  /** Two of an open group block each other; somebody comes for whom two groups would be merged. */
  @Test
  void a_block_within_an_open_group_does_not_stop_the_pool() {
    var world = new Matchmaking(STUDY, PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller c = world.newcomer("nickc");
    Caller x = world.newcomer("nickx");
    MeetingId meeting = fourOfSix(world, c, x);
    assertThat(world.people(c, meeting)).hasSize(4);
    Caller a = world.newcomer("nicka");
    Caller b = world.newcomer("nickb");
    MatchRequestId ofA = world.submit(study(a).sizes(2, 6));
    world.submit(study(b).sizes(2, 6));
    assertThat(world.people(a, world.meeting(a, ofA))).containsExactlyInAnyOrder("nicka", "nickb");
    world.cannotCome(x, meeting);
    world.block(a, b);

    Caller e = world.newcomer("nicke");
    MatchRequestId last = world.submit(study(e).sizes(6, 6));

    assertThat(world.state(e, last).isLive()).isTrue();
    Caller one = world.newcomer("bystander1");
    Caller two = world.newcomer("bystander2");
    world.submit(study(one).sizes(2, 2));
    MatchRequestId pair = world.submit(study(two).sizes(2, 2));
    assertThat(world.status(two, pair)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  /** The same, but with nobody blocked: it is one step. */
  @Test
  void control_without_a_block_the_groups_are_merged() {
    var world = new Matchmaking(STUDY, PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller c = world.newcomer("nickc");
    Caller x = world.newcomer("nickx");
    MeetingId meeting = fourOfSix(world, c, x);
    Caller a = world.newcomer("nicka");
    Caller b = world.newcomer("nickb");
    world.submit(study(a).sizes(2, 6));
    world.submit(study(b).sizes(2, 6));
    world.cannotCome(x, meeting);
    Caller e = world.newcomer("nicke");
    MatchRequestId last = world.submit(study(e).sizes(6, 6));
    assertThat(world.people(e, world.meeting(e, last))).hasSize(6);
  }

  private static Ask study(Caller who) {
    return Ask.by(who).category("study");
  }

  @Test
  void a_fixed_time_stays_when_a_free_seat_is_filled() {
    var world = new Matchmaking();
    Caller one = world.newcomer("one");
    Caller two = world.newcomer("two");
    Caller three = world.newcomer("three");
    Instant now = world.community.clock().now();
    Instant from = now.plus(Duration.ofHours(3));
    Instant soon = now.plus(Duration.ofMinutes(30));
    Instant to = now.plus(Duration.ofHours(9));
    MatchRequestId first =
        world.submit(Ask.by(one).category("exercise").sizes(2, 3).until(soon).free(from, to));
    world.submit(Ask.by(two).category("exercise").sizes(2, 3).until(soon).free(from, to));
    world.submit(Ask.by(three).category("exercise").sizes(2, 3).until(soon).free(from, to));
    MeetingId meeting = world.meeting(one, first);
    world.community.passTime(Duration.ofHours(1));
    MeetingView before = world.community.meetings().viewMeeting().view(one, meeting);

    assertThat(world.state(one, first).isLive()).isFalse();
    world.cannotCome(two, meeting);
    Caller four = world.newcomer("four");
    world.submit(
        Ask.by(four).category("exercise").sizes(2, 3).free(now.plus(Duration.ofHours(6)), to));

    world.community.passTime(Duration.ofHours(2));
    MeetingView after = world.community.meetings().viewMeeting().view(one, meeting);
    assertThat(after.startsAt()).isEqualTo(before.startsAt());
  }

  @Test
  void a_fixed_place_stays_when_a_free_seat_is_filled() {
    var world = new Matchmaking(PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller one = world.newcomer("one");
    Caller two = world.newcomer("two");
    Caller three = world.newcomer("three");
    MatchRequestId first = world.submit(Ask.by(one).sizes(2, 3).at("gaepo", "seocho"));
    world.submit(Ask.by(two).sizes(2, 3).at("gaepo", "seocho"));
    world.submit(Ask.by(three).sizes(2, 3).at("gaepo", "seocho"));
    MeetingId meeting = world.meeting(one, first);
    world.community.passTime(Duration.ofHours(1));
    assertThat(world.state(one, first).isLive()).isFalse();
    MeetingView before = world.community.meetings().viewMeeting().view(one, meeting);

    world.cannotCome(two, meeting);
    Caller four = world.newcomer("four");
    String other = before.agreed().plain().toString().contains("gaepo") ? "seocho" : "gaepo";
    world.submit(Ask.by(four).sizes(2, 3).at(other));
    MeetingView after = world.community.meetings().viewMeeting().view(one, meeting);
    assertThat(after.agreed()).isEqualTo(before.agreed());
  }

  /** D keeps apart from C, who came with L. C declines a proposal: nothing keeps D from L. */
  @Test
  void nobody_is_kept_from_a_party_for_the_sake_of_a_friend_who_left_it() {
    var world = new Matchmaking(PoolSettings.DEFAULT.withAcceptance(Duration.ofMinutes(5)));
    Caller lead = world.newcomer("lead");
    Caller friend = world.newcomer("friend");
    Caller dora = world.newcomer("dora");
    Caller emil = world.newcomer("emil");
    world.block(dora, friend);
    MatchRequestId party = world.submit(Ask.by(lead).sizes(3, 3).with("friend"));
    MatchRequestId companion = world.answer(friend, party, true);
    MatchRequestId ofDora = world.submit(Ask.by(dora).sizes(3, 3));
    assertThat(world.status(dora, ofDora)).isEqualTo(MatchRequestStatus.WAITING);
    MatchRequestId ofEmil = world.submit(Ask.by(emil).sizes(3, 3));
    assertThat(world.status(emil, ofEmil)).isEqualTo(MatchRequestStatus.PROPOSED);

    world.respond(friend, companion, false);

    assertThat(world.status(lead, party)).isEqualTo(MatchRequestStatus.PROPOSED);
    assertThat(world.status(dora, ofDora)).isEqualTo(MatchRequestStatus.PROPOSED);
  }

  /** The block stands as long as the friend is there, also when the one who blocked has a group. */
  @Test
  void nobody_in_an_open_group_is_kept_from_a_party_for_the_sake_of_a_friend_who_left_it() {
    var world = new Matchmaking();
    Caller lead = world.newcomer("lead");
    Caller friend = world.newcomer("friend");
    Caller dora = world.newcomer("dora");
    Caller carl = world.newcomer("carl");
    world.block(dora, friend);
    world.block(carl, friend);
    MatchRequestId party = world.submit(Ask.by(lead).sizes(3, 4).with("friend"));
    MatchRequestId companion = world.answer(friend, party, true);
    MatchRequestId ofDora = world.submit(Ask.by(dora).sizes(2, 4));
    assertThat(world.status(dora, ofDora)).isEqualTo(MatchRequestStatus.WAITING);
    world.submit(Ask.by(carl).sizes(2, 4));
    assertThat(world.status(dora, ofDora)).isEqualTo(MatchRequestStatus.MATCHED);
    assertThat(world.status(lead, party)).isEqualTo(MatchRequestStatus.WAITING);

    world.cancel(friend, companion);

    assertThat(world.status(lead, party)).isEqualTo(MatchRequestStatus.MATCHED);
  }

  /** The program is killed after a companion said so, and the pool runs before the event comes. */
  @Test
  void a_companion_who_cannot_come_does_not_wait_again_with_the_party() {
    var world = new Matchmaking();
    Caller lead = world.newcomer("lead");
    Caller friend = world.newcomer("friend");
    Caller dora = world.newcomer("dora");
    MatchRequestId party = world.submit(Ask.by(lead).sizes(3, 3).with("friend"));
    MatchRequestId companion = world.answer(friend, party, true);
    world.submit(Ask.by(dora).sizes(3, 3));
    MeetingId meeting = world.meeting(friend, companion);

    world.community.meetings().cannotCome().cannotCome(new CannotCome.Command(friend, meeting));
    world.community.restartMatching();
    world.matching().runPool().run(Matchmaking.MEAL);
    world.community.deliver();

    assertThat(world.reason(friend, companion)).contains(EndReason.COULD_NOT_COME);
    assertThat(world.status(lead, party)).isEqualTo(MatchRequestStatus.WAITING);
  }

  /** As a whole group is merged into another, so is a companion who has just left it. */
  @Test
  void a_companion_who_cannot_come_is_not_taken_along_into_another_group() {
    var world = new Matchmaking(STUDY, PoolSettings.DEFAULT.withLead(Duration.ofHours(3)));
    Caller c = world.newcomer("nickc");
    Caller x = world.newcomer("nickx");
    MeetingId meeting = fourOfSix(world, c, x);
    Caller lead = world.newcomer("lead");
    Caller friend = world.newcomer("friend");
    Caller b = world.newcomer("nickb");
    MatchRequestId party = world.submit(study(lead).sizes(2, 6).with("friend"));
    MatchRequestId companion = world.answer(friend, party, true);
    world.submit(study(b).sizes(2, 6));
    MeetingId other = world.meeting(friend, companion);
    assertThat(other).isNotEqualTo(meeting);
    world.cannotCome(x, meeting);
    Caller e = world.newcomer("nicke");
    MatchRequestId last = world.ask(study(e).sizes(6, 6));

    world.community.meetings().cannotCome().cannotCome(new CannotCome.Command(friend, other));
    world.community.restartMatching();
    world.matching().runPool().run(STUDY);
    world.community.deliver();

    assertThat(world.people(e, world.meeting(e, last)))
        .contains("lead", "nickb", "nickc")
        .doesNotContain("friend");
    assertThat(world.status(friend, companion)).isEqualTo(MatchRequestStatus.CANCELLED);
  }
}
