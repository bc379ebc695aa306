package dev.moim.application.member;

import static dev.moim.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.ListBlocks;
import dev.moim.application.member.port.in.UnblockMember;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.room.RoomQueries;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalBlockUseCasesTest {
  private final Community community = new Community();
  private final People people = new People(community);
  private final Caller minji = people.member("minji");
  private final Caller jun = people.member("jun");
  private final Caller sora = people.member("sora");

  private static void block(Community there, Caller by, MemberId whom) {
    there.blocks().blockMember().block(new BlockMember.Command(by, whom));
  }

  private void block(Caller by, Caller whom) {
    block(community, by, whom.id());
  }

  private void unblock(Caller by, MemberId whom) {
    community.blocks().unblockMember().unblock(new UnblockMember.Command(by, whom));
  }

  private List<ListBlocks.Blocked> blocks(Caller by) {
    return PageWalk.all(2, page -> community.blocks().listBlocks().list(by, page));
  }

  private ListBlocks.Blocked blocked(Caller whom, String nickname, Instant since) {
    return new ListBlocks.Blocked(whom.id(), Optional.of(nickname), since);
  }

  private Map<MemberId, Set<MemberId>> apart(Caller... members) {
    return community.blocks().keptApart().of(List.of(members).stream().map(Caller::id).toList());
  }

  private RoomId open(Caller host, boolean anonymous) {
    return community
        .rooms()
        .openRoom()
        .open(
            new OpenRoom.Command(
                host,
                "Lunch",
                "",
                "meal",
                Map.of(),
                community.clock().now().plus(Duration.ofDays(1)),
                4,
                anonymous))
        .id();
  }

  private void join(Caller member, RoomId room) {
    community.rooms().joinRoom().join(new JoinRoom.Command(member, room));
  }

  private List<MemberEvent> blockEvents() {
    return community.events().stream()
        .filter(event ->
            event instanceof MemberEvent.PersonallyBlocked
                || event instanceof MemberEvent.PersonallyUnblocked)
        .map(MemberEvent.class::cast)
        .toList();
  }

  private void erase(Caller member) {
    Instant over = people.withdraw(member);
    community.clock().set(over.plusNanos(1_000));
    community.members().eraseWithdrawnMembers().erase();
  }

  @Test
  void who_is_blocked_is_on_ones_list_until_unblocked_and_only_the_first_time_is_told() {
    Instant first = community.clock().now();
    block(minji, jun);
    Instant second = community.clock().advance(Duration.ofSeconds(1));
    block(minji, sora);
    block(minji, jun);

    assertThat(blocks(minji))
        .containsExactly(blocked(sora, "sora", second), blocked(jun, "jun", first));

    unblock(minji, jun.id());
    unblock(minji, jun.id());

    assertThat(blocks(minji)).containsExactly(blocked(sora, "sora", second));
    assertThat(blockEvents())
        .containsExactly(
            new MemberEvent.PersonallyBlocked(minji.id(), jun.id(), first),
            new MemberEvent.PersonallyBlocked(minji.id(), sora.id(), second),
            new MemberEvent.PersonallyUnblocked(minji.id(), jun.id(), second));
  }

  @Test
  void oneself_and_who_is_not_there_or_has_left_can_not_be_blocked() {
    people.withdraw(sora);

    assertRefused(MemberError.CANNOT_BLOCK_ONESELF, () -> block(minji, minji));
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> block(minji, sora));
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> block(community, minji, Samples.memberId()));

    assertThat(blocks(minji)).isEmpty();
  }

  @Test
  void unblocking_whom_one_does_not_block_changes_nothing() {
    block(jun, minji);

    unblock(minji, jun.id());
    unblock(minji, minji.id());
    unblock(minji, Samples.memberId());

    assertThat(blocks(jun)).hasSize(1);
    assertThat(blockEvents()).hasSize(1);
  }

  @Test
  void the_blocked_one_is_not_told_and_sees_nothing_of_it() {
    Caller admin = community.admin("admin");
    community.deliver();
    var account = people.account(jun);
    var file = community.export().exportOwnData().export(jun);

    block(minji, jun);
    unblock(minji, jun.id());
    block(minji, jun);

    assertThat(community.told(jun)).isEmpty();
    assertThat(community.told(minji)).isEmpty();
    assertThat(people.account(jun)).isEqualTo(account);
    assertThat(community.export().exportOwnData().export(jun)).isEqualTo(file);
    assertThat(blocks(jun)).isEmpty();
    assertThat(community.members().viewMember().view(jun, minji.id()).nickname())
        .isEqualTo("minji");
    var everything =
        new ListAuditLog.Query(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PageRequest.first(PageRequest.MOST));
    var log = community.audit().listAuditLog().list(admin, everything);
    assertThat(log.toString())
        .contains(admin.id().toString())
        .doesNotContain(minji.id().toString());
  }

  @Test
  void who_blocks_and_who_is_blocked_are_kept_apart_from_each_other() {
    block(minji, jun);
    block(sora, minji);

    assertThat(apart(minji, jun))
        .isEqualTo(Map.of(minji.id(), Set.of(jun.id(), sora.id()), jun.id(), Set.of(minji.id())));
    assertThat(apart(sora)).isEqualTo(Map.of(sora.id(), Set.of(minji.id())));
    assertThat(apart()).isEmpty();
  }

  @Test
  void who_is_kept_apart_is_found_as_the_running_transaction_has_it() {
    community
        .transactions()
        .writeOnly(() -> {
          block(minji, jun);
          assertThat(apart(jun)).isEqualTo(Map.of(jun.id(), Set.of(minji.id())));
        });
  }

  @Test
  void a_room_with_one_of_the_two_in_it_takes_not_the_other_anonymous_or_not() {
    block(minji, jun);

    for (boolean anonymous : List.of(false, true)) {
      for (List<Caller> two : List.of(List.of(minji, jun), List.of(jun, minji))) {
        RoomId hosted = open(two.getFirst(), anonymous);
        RoomId joined = open(sora, anonymous);
        join(two.getFirst(), joined);

        for (RoomId room : List.of(hosted, joined)) {
          assertThat(
                  assertRefused(RoomError.ROOM_NOT_AVAILABLE, () -> join(two.getLast(), room))
                      .details())
              .isEmpty();
        }
        assertThat(listed(two.getLast())).contains(hosted, joined);
        community.rooms().leaveRoom().leave(new LeaveRoom.Command(two.getFirst(), joined));
        join(two.getLast(), joined);
      }
    }
  }

  private List<RoomId> listed(Caller member) {
    return PageWalk.all(
            20,
            page ->
                community
                    .rooms()
                    .listRooms()
                    .list(member, RoomQueries.everything(ListRooms.Sort.SOONEST, page)))
        .stream()
        .map(room -> room.id())
        .toList();
  }

  @Test
  void who_is_unblocked_joins_again() {
    RoomId room = open(minji, false);
    block(minji, jun);
    assertRefused(RoomError.ROOM_NOT_AVAILABLE, () -> join(jun, room));

    unblock(minji, jun.id());

    join(jun, room);
    assertThat(community.rooms().viewRoom().view(jun, room).joined()).isTrue();
  }

  @Test
  void who_has_left_stays_on_the_list_without_a_name_and_vanishes_when_erased() {
    block(minji, jun);
    block(jun, sora);
    block(sora, minji);
    Instant since = community.clock().now();

    Instant over = people.withdraw(jun);

    assertThat(blocks(minji))
        .containsExactly(new ListBlocks.Blocked(jun.id(), Optional.empty(), since));
    assertThat(apart(jun)).hasSize(1);

    community.clock().set(over.plusNanos(1_000));
    community.members().eraseWithdrawnMembers().erase();

    assertThat(blocks(minji)).isEmpty();
    assertThat(blocks(jun)).isEmpty();
    assertThat(apart(jun, minji, sora))
        .isEqualTo(Map.of(minji.id(), Set.of(sora.id()), sora.id(), Set.of(minji.id())));
  }

  @Test
  void who_was_erased_blocks_nobody_any_more() {
    block(minji, jun);
    erase(minji);

    assertThat(blocks(minji)).isEmpty();
    assertRefused(MemberError.MEMBER_NOT_FOUND, () -> block(minji, jun));
    unblock(minji, jun.id());
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_several_blocks_at_once_each_is_there_once_and_told_once(long seed) {
    Community there = new Community(SampleCategories.ALL, seed);
    Caller member = there.newcomer("member");
    List<Caller> others = List.of(there.newcomer("one"), there.newcomer("two"));

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            8,
            i -> {
              block(there, member, others.get(i % 2).id());
              return true;
            });

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    assertThat(there.blocks().listBlocks().list(member, PageRequest.first(20)).items()).hasSize(2);
    assertThat(there.events())
        .filteredOn(MemberEvent.PersonallyBlocked.class::isInstance)
        .hasSize(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("lastPlaces")
  void of_many_blocks_at_once_no_more_are_placed_than_one_may(long seed) {
    Community there = new Community(SampleCategories.ALL, seed);
    Caller member = there.newcomer("member");
    there
        .transactions()
        .writeOnly(() -> {
          for (int i = 0; i < PersonalBlock.MOST - 2; i++) {
            block(there, member, there.newcomer("other" + i).id());
          }
        });
    List<Caller> others = LongStream.range(0, 5).mapToObj(i -> there.newcomer("late" + i)).toList();

    List<Race.Outcome<Boolean>> outcomes =
        Race.of(
            5,
            i -> {
              block(there, member, others.get(i).id());
              return true;
            });

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(2);
    assertThat(PageWalk.all(100, page -> there.blocks().listBlocks().list(member, page)))
        .hasSize(PersonalBlock.MOST);
    block(there, member, others.get(indexOfFirst(outcomes)).id());
    assertRefused(
        MemberError.TOO_MANY_BLOCKS, () -> block(there, member, there.newcomer("latest").id()));
  }

  private static LongStream lastPlaces() {
    return LongStream.rangeClosed(1, 2);
  }

  private static int indexOfFirst(List<Race.Outcome<Boolean>> outcomes) {
    int first = 0;
    while (!outcomes.get(first).succeeded()) {
      first++;
    }
    return first;
  }
}
