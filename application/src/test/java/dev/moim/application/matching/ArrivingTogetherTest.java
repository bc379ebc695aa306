package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.meeting.MeetingEvent;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several who ask before the pool looks at the first of them. */
class ArrivingTogetherTest {
  private final Matchmaking world = new Matchmaking();

  /** Somebody who asks. */
  private record Asking(Caller member, MatchRequestId request) {}

  private List<Asking> ask(int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> world.newcomer("nick" + i))
        .map(member -> new Asking(member, world.ask(Ask.by(member).sizes(2, 4))))
        .toList();
  }

  /** What the pool does of all that has happened, before anybody hears of it. */
  private void runPool() {
    world.community.handle(world.community.messages());
    world.matching().runPool().run(Matchmaking.MEAL);
  }

  private <T extends MeetingEvent> Stream<T> happened(Class<T> kind) {
    return world.community.events().stream().filter(kind::isInstance).map(kind::cast);
  }

  private MatchRequestStatus status(Asking one) {
    return world.status(one.member(), one.request());
  }

  private MeetingId meeting(Asking one) {
    return world.meeting(one.member(), one.request());
  }

  @Test
  void a_group_is_told_of_once() {
    List<Asking> all = ask(4);

    runPool();

    assertThat(happened(MeetingEvent.MeetingFormed.class))
        .singleElement()
        .satisfies(formed ->
            assertThat(formed.members())
                .containsExactlyInAnyOrderElementsOf(
                    all.stream().map(one -> one.member().id()).toList()));
    assertThat(happened(MeetingEvent.MembersJoined.class)).isEmpty();
    assertThat(all.stream().map(this::meeting)).containsOnly(meeting(all.getFirst()));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 34, 70})
  void of_any_number_each_has_one_group(int people) {
    List<Asking> all = ask(people);

    runPool();

    assertThat(all)
        .allSatisfy(one -> {
          assertThat(status(one)).isEqualTo(MatchRequestStatus.MATCHED);
          assertThat(world.meetings(one.member())).hasSize(1);
          assertThat(world.people(one.member(), meeting(one))).hasSizeBetween(2, 4);
        });
  }

  @Test
  void whoever_joined_and_has_gone_meanwhile_leaves_the_others_matched() {
    List<Asking> all = ask(4);
    Asking gone = all.getLast();
    world.community.handle(world.community.messages());
    AtomicBoolean done = new AtomicBoolean();
    world.community.disturb(() -> {
      if (!done.getAndSet(true)) {
        world
            .matching()
            .cancelMatchRequest()
            .cancel(new CancelMatchRequest.Command(gone.member(), gone.request()));
      }
    });

    world.matching().runPool().run(Matchmaking.MEAL);

    assertThat(done).isTrue();
    assertThat(status(gone)).isEqualTo(MatchRequestStatus.CANCELLED);
    assertThat(world.people(all.getFirst().member(), meeting(all.getFirst())))
        .containsExactlyInAnyOrder("nick0", "nick1", "nick2");
    assertThat(happened(MeetingEvent.MeetingFormed.class)).hasSize(1);
  }
}
