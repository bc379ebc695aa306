package dev.moim.adapter.persistence;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static dev.moim.testkit.room.CommentBuilder.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.room.port.in.CommentView;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EachDatabase
class ConcurrentRoomTest {
  private final TestDatabase database;
  private final UseCases useCases;
  private final Caller host = UseCases.caller();

  ConcurrentRoomTest(TestDatabase database) {
    this.database = database;
    useCases = new UseCases(database);
  }

  @Test
  void of_fifty_who_join_at_once_nineteen_get_a_seat_and_all_can_leave() {
    RoomId id = room(20, host);
    List<Caller> people = Stream.generate(UseCases::caller).limit(50).toList();

    List<Race.Outcome<RoomView>> joins =
        Race.of(50, i -> useCases.rooms.joinRoom().join(new JoinRoom.Command(people.get(i), id)));

    assertThat(joins).filteredOn(Race.Outcome::succeeded).hasSize(19);
    assertThat(joins)
        .filteredOn(join -> !join.succeeded())
        .allSatisfy(join ->
            assertThat(join.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(RoomError.ROOM_FULL)));
    assertThat(useCases.rooms.viewRoom().view(host, id).members()).hasSize(20);
    // Opened, 19 times joined, and full once.
    assertThat(messagesOf(id)).isEqualTo(21);

    List<Caller> seated =
        Stream.iterate(0, i -> i + 1)
            .limit(50)
            .filter(i -> joins.get(i).succeeded())
            .map(people::get)
            .toList();
    List<Race.Outcome<Boolean>> leaves =
        Race.of(
            19,
            i -> {
              useCases.rooms.leaveRoom().leave(new LeaveRoom.Command(seated.get(i), id));
              return true;
            });

    assertThat(leaves).allSatisfy(leave -> assertThat(leave.failure()).isEmpty());
    assertThat(useCases.rooms.viewRoom().view(host, id).members()).hasSize(1);
    assertThat(messagesOf(id)).isEqualTo(40);
  }

  @Test
  void of_two_who_are_kept_apart_and_join_at_once_one_gets_in() {
    for (int i = 0; i < 20; i++) {
      RoomId id = room(20, UseCases.caller());
      List<Caller> two = List.of(member("one" + i), member("two" + i));
      block(two.get(i % 2), two.get((i + 1) % 2));

      List<Race.Outcome<RoomView>> joins =
          Race.of(2, n -> useCases.rooms.joinRoom().join(new JoinRoom.Command(two.get(n), id)));

      assertThat(joins).filteredOn(Race.Outcome::succeeded).hasSize(1);
      assertThat(joins)
          .filteredOn(join -> !join.succeeded())
          .allSatisfy(join ->
              assertThat(join.failure().orElseThrow())
                  .isInstanceOfSatisfying(
                      DomainException.class,
                      refusal ->
                          assertThat(refusal.code()).isEqualTo(RoomError.ROOM_NOT_AVAILABLE)));
      assertThat(useCases.rooms.viewRoom().view(host, id).members()).hasSize(2);
    }
  }

  @Test
  void of_twenty_rooms_that_one_opens_and_joins_at_once_ten_have_a_seat_for_them() {
    Caller busy = UseCases.caller();
    List<RoomId> others = Stream.generate(() -> room(20, UseCases.caller())).limit(10).toList();

    List<Race.Outcome<RoomId>> seats =
        Race.of(
            20,
            i ->
                i < 10
                    ? room(20, busy)
                    : useCases
                        .rooms
                        .joinRoom()
                        .join(new JoinRoom.Command(busy, others.get(i - 10)))
                        .id());

    assertThat(seats).filteredOn(Race.Outcome::succeeded).hasSize(10);
    assertThat(seats)
        .filteredOn(seat -> !seat.succeeded())
        .allSatisfy(seat ->
            assertThat(seat.failure().orElseThrow())
                .isInstanceOfSatisfying(
                    DomainException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(RoomError.TOO_MANY_ROOMS)));
    assertThat(
            database
                .get(Transactions.class)
                .read(() -> database.get(Rooms.class).openWith(busy.id())))
        .hasSize(10);
  }

  @Test
  void of_twenty_comments_at_once_those_are_written_that_the_limit_allows() {
    RoomId id = room(20, host);
    Transactions transactions = database.get(Transactions.class);
    Comments comments = database.get(Comments.class);
    transactions.writeOnly(() -> {
      for (int i = 0; i < 490; i++) {
        comments.save(Comment.restore(aComment(id).author(host.id(), 1).build()));
      }
    });

    List<Race.Outcome<CommentView>> outcomes =
        Race.of(
            20,
            i ->
                useCases
                    .rooms
                    .writeComment()
                    .write(new WriteComment.Command(host, id, Optional.empty(), "Number " + i)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(10);
    assertOthersRefused(RoomError.TOO_MANY_COMMENTS, outcomes);
    assertThat(transactions.write(() -> comments.count(id, host.id()))).isEqualTo(500);
  }

  private Caller member(String nickname) {
    MemberView member =
        useCases
            .members
            .signUp()
            .signUp(
                new SignUp.Command(
                    nickname, nickname + "@example.org", "a long secret", Language.KO));
    return new Caller(member.id(), member.role());
  }

  private void block(Caller by, Caller whom) {
    useCases.blocks.blockMember().block(new BlockMember.Command(by, whom.id()));
  }

  private long messagesOf(RoomId id) {
    OutboxMessages messages = database.get(OutboxMessages.class);
    return database
        .get(Transactions.class)
        .read(() ->
            messages.after(0, 1_000).stream()
                .filter(message -> message.key().equals(id.toString()))
                .count());
  }

  private RoomId room(int capacity, Caller by) {
    return useCases
        .rooms
        .openRoom()
        .open(
            new OpenRoom.Command(
                by,
                "Lunch",
                "",
                "meal",
                Map.of(),
                SettableClock.START.plus(Duration.ofDays(1)),
                capacity,
                false))
        .id();
  }
}
