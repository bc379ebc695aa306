package dev.moim.adapter.web.room;

import dev.moim.adapter.web.shared.Parameters;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;

/** Reads the identifiers in the paths of rooms; what identifies nothing is not found. */
final class RoomIds {
  private RoomIds() {}

  static RoomId room(String id) {
    return Parameters.id(id).map(RoomId::new).orElseThrow(RoomError.ROOM_NOT_FOUND::exception);
  }

  static MemberId member(String id) {
    return Parameters.id(id)
        .map(MemberId::new)
        .orElseThrow(RoomError.ROOM_MEMBER_NOT_FOUND::exception);
  }

  static CommentId comment(String id) {
    return Parameters.id(id)
        .map(CommentId::new)
        .orElseThrow(RoomError.COMMENT_NOT_FOUND::exception);
  }
}
