package dev.moim.testkit.room;

import static dev.moim.testkit.room.CommentBuilder.aComment;
import static dev.moim.testkit.room.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.room.port.in.ListComments.Sort;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.room.Comment;
import dev.moim.domain.room.CommentState;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Comments} keeps to. */
public abstract class CommentsContract extends AggregateContract<Comment.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract Comments comments();

  /** The rooms in which the comments are. */
  protected abstract Rooms rooms();

  private RoomId room() {
    return write(() -> rooms().save(aRoom().restore())).id();
  }

  private Comment.Snapshot add(CommentBuilder comment) {
    return write(() -> save(comment.build()));
  }

  @Override
  protected Comment.Snapshot fresh() {
    return aComment(room()).build();
  }

  @Override
  protected List<Comment.Snapshot> shapes() {
    RoomId room = room();
    Comment.Snapshot first = add(aComment(room));
    return List.of(
        aComment(room).text("가".repeat(999) + "\n").author(Samples.memberId(), 20).build(),
        aComment(room).text("🍜".repeat(1_000)).writtenAt(Samples.EARLY).build(),
        aComment(room).text(Samples.TRICKY).editedAt(Samples.FAR).answerTo(first.id()).build(),
        aComment(room).hidden().build(),
        aComment(room).deleted().build());
  }

  @Override
  protected Comment.Snapshot changed(Comment.Snapshot state) {
    return new Comment.Snapshot(
        state.id(),
        state.room(),
        state.author(),
        state.seat(),
        state.parent(),
        "Elsewhere, at " + state.version(),
        state.writtenAt(),
        Optional.of(NOW.plusSeconds(state.version().value())),
        state.state() == CommentState.HIDDEN ? CommentState.VISIBLE : CommentState.HIDDEN,
        state.version());
  }

  @Override
  protected Optional<Comment.Snapshot> find(Comment.Snapshot like) {
    return comments().find(like.id()).map(Comment::snapshot);
  }

  @Override
  protected Comment.Snapshot save(Comment.Snapshot state) {
    return comments().save(Comment.restore(state));
  }

  @Override
  protected Version version(Comment.Snapshot state) {
    return state.version();
  }

  @Override
  protected Comment.Snapshot stored(Comment.Snapshot state) {
    return state.stored();
  }

  @Test
  void a_room_tells_its_own_comments_in_either_order_page_by_page() {
    RoomId room = room();
    List<Comment.Snapshot> own = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      own.add(add(aComment(room).writtenAt(NOW.plusSeconds(i / 3))));
    }
    add(aComment(room()));

    Comparator<Comment.Snapshot> earliestFirst =
        Comparator.comparing(Comment.Snapshot::writtenAt)
            .thenComparing(comment -> comment.id().value());

    assertThat(pages(room, Sort.OLDEST))
        .containsExactlyInAnyOrderElementsOf(own)
        .isSortedAccordingTo(earliestFirst);
    assertThat(pages(room, Sort.NEWEST))
        .containsExactlyInAnyOrderElementsOf(own)
        .isSortedAccordingTo(earliestFirst.reversed());
  }

  private List<Comment.Snapshot> pages(RoomId room, Sort sort) {
    return PageWalk.all(5, page -> read(() -> comments().in(room, Set.of(), sort, page)));
  }

  private List<Comment.Snapshot> firstPage(RoomId room, Set<MemberId> unheard, Sort sort) {
    return read(() -> comments().in(room, unheard, sort, PageRequest.first(20))).items();
  }

  @Test
  void a_deleted_comment_is_told_of_while_it_has_an_answer_that_is_there() {
    RoomId room = room();
    Comment.Snapshot there = add(aComment(room));
    Comment.Snapshot hidden = add(aComment(room).hidden());
    add(aComment(room).deleted());
    Comment.Snapshot answered = add(aComment(room).deleted());
    Comment.Snapshot answer = add(aComment(room).answerTo(answered.id()));
    Comment.Snapshot emptied = add(aComment(room).deleted());
    add(aComment(room).answerTo(emptied.id()).deleted());

    for (Sort sort : Sort.values()) {
      assertThat(firstPage(room, Set.of(), sort))
          .containsExactlyInAnyOrder(there, hidden, answered, answer);
    }
  }

  @Test
  void what_is_said_by_who_is_not_heard_is_as_good_as_deleted() {
    RoomId room = room();
    MemberId one = Samples.memberId();
    MemberId other = Samples.memberId();
    Comment.Snapshot there = add(aComment(room));
    add(aComment(room).author(one, 2));
    Comment.Snapshot answered = add(aComment(room).author(one, 2));
    Comment.Snapshot answer = add(aComment(room).answerTo(answered.id()));
    add(aComment(room).author(other, 3).answerTo(there.id()));
    Comment.Snapshot among = add(aComment(room).author(one, 2));
    add(aComment(room).author(other, 3).answerTo(among.id()));

    for (Sort sort : Sort.values()) {
      assertThat(firstPage(room, Set.of(one, other), sort))
          .containsExactlyInAnyOrder(there, answered, answer);
      assertThat(firstPage(room, Set.of(one), sort)).hasSize(6);
    }
  }

  @Test
  void all_that_a_member_said_in_a_room_is_counted_whatever_became_of_it() {
    RoomId room = room();
    MemberId member = Samples.memberId();
    Comment.Snapshot first = add(aComment(room).author(member, 2));
    add(aComment(room).author(member, 3).hidden());
    add(aComment(room).author(member, 3).answerTo(first.id()));
    add(aComment(room).author(member, 2).deleted());
    add(aComment(room));
    RoomId elsewhere = room();
    add(aComment(elsewhere).author(member, 2));

    assertThat(count(room, member)).isEqualTo(4);
    assertThat(count(elsewhere, member)).isOne();
    assertThat(count(elsewhere, Samples.memberId())).isZero();
    change(() -> comments().deleteAllBy(member));
    assertThat(count(room, member)).isEqualTo(4);
    assertThat(
            write(() -> {
              save(aComment(room).author(member, 2).build());
              return comments().count(room, member);
            }))
        .isEqualTo(5);
  }

  private long count(RoomId room, MemberId author) {
    return write(() -> comments().count(room, author));
  }

  @Test
  void of_twenty_who_say_something_for_one_member_at_once_each_counts_those_before() {
    RoomId room = room();
    MemberId member = Samples.memberId();

    List<Race.Outcome<Long>> outcomes =
        Race.of(
            20,
            i ->
                settle(() -> {
                  long before = comments().count(room, member);
                  save(aComment(room).author(member, 2).build());
                  return before;
                }));

    assertThat(outcomes.stream().map(outcome -> outcome.result().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(Stream.iterate(0L, i -> i + 1).limit(20).toList());
  }

  @Test
  void what_a_member_said_is_found_and_deleted_all_of_it_and_nobody_elses() {
    RoomId room = room();
    MemberId member = Samples.memberId();
    Comment.Snapshot first = add(aComment(room).author(member, 2).editedAt(NOW.plusSeconds(9)));
    Comment.Snapshot second =
        add(aComment(room).author(member, 2).writtenAt(NOW.plusSeconds(1)).hidden());
    add(aComment(room).author(member, 2).deleted());
    Comment.Snapshot others = add(aComment(room));

    assertThat(read(() -> comments().by(member, PageRequest.first(20))).items())
        .containsExactly(second, first);
    change(() -> comments().deleteAllBy(member));

    assertThat(read(() -> comments().by(member, PageRequest.first(20))).items()).isEmpty();
    assertThat(firstPage(room, Set.of(), Sort.OLDEST)).containsExactly(others);
    assertThat(read(() -> find(first)).orElseThrow().text()).isEmpty();
    assertThat(read(() -> find(first)).orElseThrow().editedAt()).isEmpty();
    assertThat(read(() -> find(second)).orElseThrow().state()).isEqualTo(CommentState.DELETED);
  }
}
