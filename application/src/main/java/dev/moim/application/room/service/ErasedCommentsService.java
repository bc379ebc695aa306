package dev.moim.application.room.service;

import dev.moim.application.room.port.out.Comments;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.MemberEvent;

/** Deletes what members said in rooms when they are erased. */
final class ErasedCommentsService {
  private final Comments comments;
  private final Transactions transactions;

  ErasedCommentsService(Comments comments, Transactions transactions) {
    this.comments = comments;
    this.transactions = transactions;
  }

  EventConsumer consumer() {
    return EventConsumer.named("room-comments")
        .on(
            MemberEvent.MemberErased.class,
            (id, e) -> transactions.writeOnly(() -> comments.deleteAllBy(e.member())))
        .build();
  }
}
