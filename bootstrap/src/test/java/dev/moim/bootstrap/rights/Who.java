package dev.moim.bootstrap.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of callers: the columns of the table. */
enum Who {
  /** Nobody who is signed in. */
  ANONYMOUS,
  /** A member; whatever is a member's own is this one's. */
  MEMBER,
  /** Another member, who has nothing to do with any of it. */
  OTHER,
  /** A member with a seat in the room. */
  SEATED,
  /** The host of the room. */
  HOST,
  MANAGER,
  ADMIN,
  /** The member, blocked after a warning. */
  BLOCKED,
  /** The member, after a withdrawal, signed in again. */
  LEFT,
  /** The member, with the token of a session that has ended. */
  ENDED,
  /** The member, with a token whose payload was changed. */
  TAMPERED;

  static Who named(String column) {
    return Arrays.stream(values())
        .filter(who -> who.name().equals(column.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such caller: " + column));
  }

  Optional<String> token(World world) {
    return switch (this) {
      case ANONYMOUS -> Optional.empty();
      case MEMBER -> Optional.of(world.owner().token());
      case OTHER -> Optional.of(world.other().token());
      case SEATED -> Optional.of(world.seated().token());
      case HOST -> Optional.of(world.host().token());
      case MANAGER -> Optional.of(world.manager().token());
      case ADMIN -> Optional.of(world.admin().token());
      case BLOCKED -> Optional.of(world.blocked());
      case LEFT -> Optional.of(world.left());
      case ENDED -> Optional.of(world.ended());
      case TAMPERED -> Optional.of(world.tampered());
    };
  }
}
