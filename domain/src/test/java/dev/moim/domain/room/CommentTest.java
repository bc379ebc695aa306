package dev.moim.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId HOST = new MemberId(new UUID(0, 1));
  private static final MemberId MINJI = new MemberId(new UUID(0, 2));
  private static final RoomId ROOM = new RoomId(new UUID(1, 1));
  private static final Seat HOST_SEAT = new Seat(HOST, 1, NOW);
  private static final Seat MINJI_SEAT = new Seat(MINJI, 2, NOW);
  private static final RoomEvent.Notice NOTICE = notice(ROOM, HOST);

  private static RoomEvent.Notice notice(RoomId room, MemberId... recipients) {
    return new RoomEvent.Notice(room, "Lunch", HOST, true, List.of(recipients));
  }

  private static CommentId id(int number) {
    return new CommentId(new UUID(2, number));
  }

  private static Comment written(String text) {
    return Comment.write(id(1), MINJI_SEAT, NOTICE, text, NOW);
  }

  private static DomainException refused(ErrorCode code, Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  @Test
  void who_is_in_the_room_is_told_what_was_said_by_whom() {
    Comment comment = written(" Where do we meet? ");

    assertThat(comment.snapshot())
        .isEqualTo(
            new Comment.Snapshot(
                id(1),
                ROOM,
                MINJI,
                2,
                Optional.empty(),
                "Where do we meet?",
                NOW,
                Optional.empty(),
                CommentState.VISIBLE,
                Version.NEW));
    assertThat(comment.pullEvents())
        .containsExactly(new RoomEvent.CommentWritten(NOTICE, id(1), MINJI, 2, NOW));
    assertThat(comment.pullEvents()).isEmpty();
  }

  @Test
  void a_comment_has_one_to_a_thousand_characters() {
    assertThat(written("가".repeat(1_000)).snapshot().text()).hasSize(1_000);
    for (String wrong : List.of("", "  ", "가".repeat(1_001))) {
      assertThat(refused(SharedError.INVALID_INPUT, () -> written(wrong)).fieldErrors())
          .extracting(FieldError::pointer)
          .containsExactly("/text");
    }
  }

  @Test
  void the_author_is_told_of_an_answer_unless_it_is_the_own_one() {
    Comment comment = written("Where?");

    Comment answer = comment.answer(id(2), HOST_SEAT, notice(ROOM), "At the gate", NOW);
    Comment own = comment.answer(id(3), MINJI_SEAT, notice(ROOM), "I see", NOW);

    assertThat(answer.snapshot().parent()).contains(id(1));
    assertThat(answer.pullEvents())
        .containsExactly(new RoomEvent.CommentAnswered(notice(ROOM, MINJI), id(2), HOST, 1, NOW));
    assertThat(own.pullEvents())
        .containsExactly(new RoomEvent.CommentAnswered(notice(ROOM), id(3), MINJI, 2, NOW));
  }

  @Test
  void answers_what_is_gone_and_what_was_said_elsewhere_are_not_answered() {
    Comment comment = written("Where?");
    Comment answer = comment.answer(id(2), HOST_SEAT, notice(ROOM), "At the gate", NOW);
    Comment deleted = written("Where?");
    deleted.delete(MINJI);
    Comment hidden = written("Where?");
    hidden.hide(HOST, "", "", NOW);

    for (Comment wrong : List.of(answer, deleted, hidden)) {
      refused(
          SharedError.INVALID_INPUT,
          () -> wrong.answer(id(4), HOST_SEAT, notice(ROOM), "Here", NOW));
    }
    refused(
        SharedError.INVALID_INPUT,
        () -> comment.answer(id(4), HOST_SEAT, notice(new RoomId(new UUID(1, 2))), "Here", NOW));
  }

  @Test
  void only_the_author_edits_and_deletes() {
    Comment comment = written("Where?");
    refused(RoomError.NOT_THE_AUTHOR, () -> comment.edit(HOST, "When?", NOW));
    refused(RoomError.NOT_THE_AUTHOR, () -> comment.delete(HOST));

    comment.edit(MINJI, "When?", NOW.plusSeconds(1));
    assertThat(comment.snapshot().text()).isEqualTo("When?");
    assertThat(comment.snapshot().editedAt()).contains(NOW.plusSeconds(1));

    comment.delete(MINJI);
    assertThat(comment.snapshot().text()).isEmpty();
    assertThat(comment.snapshot().state()).isEqualTo(CommentState.DELETED);
    refused(RoomError.COMMENT_NOT_FOUND, () -> comment.edit(MINJI, "Who?", NOW));
    refused(RoomError.COMMENT_NOT_FOUND, () -> comment.delete(MINJI));
  }

  @Test
  void what_is_hidden_once_keeps_its_text_and_may_only_be_deleted() {
    Comment comment = written("Where?");
    comment.pullEvents();

    comment.hide(HOST, "192.0.2.1", "rude", NOW);
    comment.hide(HOST, "192.0.2.1", "rude", NOW);

    assertThat(comment.snapshot().text()).isEqualTo("Where?");
    assertThat(comment.pullEvents())
        .containsExactly(
            new RoomEvent.CommentHidden(ROOM, id(1), MINJI, HOST, "192.0.2.1", "rude", NOW));
    refused(RoomError.COMMENT_HIDDEN, () -> comment.edit(MINJI, "When?", NOW));
    comment.delete(MINJI);
    comment.hide(HOST, "", "", NOW);
    assertThat(comment.snapshot().state()).isEqualTo(CommentState.DELETED);
  }
}
