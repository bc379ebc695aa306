package dev.moim.bootstrap.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of callers: the columns of the table. */
enum Who {
  /** Nobody who is signed in. */
  ANONYMOUS(world -> Optional.empty()),
  /** A member; whatever is a member's own is this one's. */
  MEMBER(world -> Optional.of(world.owner().token())),
  /** Another member, who has nothing to do with any of it. */
  OTHER(world -> Optional.of(world.other().token())),
  /** A member with a seat in the room. */
  SEATED(world -> Optional.of(world.seated().token())),
  /** The host of the room. */
  HOST(world -> Optional.of(world.host().token())),
  MANAGER(world -> Optional.of(world.manager().token())),
  ADMIN(world -> Optional.of(world.admin().token())),
  /** The member, blocked after a warning. */
  BLOCKED(world -> Optional.of(world.blocked())),
  /** The member, after a withdrawal, signed in again. */
  LEFT(world -> Optional.of(world.left())),
  /** The member, with the token of a session that has ended. */
  ENDED(world -> Optional.of(world.ended())),
  /** The member, with a token whose payload was changed. */
  TAMPERED(world -> Optional.of(world.tampered()));

  private final Function<World, Optional<String>> token;

  Who(Function<World, Optional<String>> token) {
    this.token = token;
  }

  static Who named(String column) {
    return Arrays.stream(values())
        .filter(who -> who.name().equals(column.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such caller: " + column));
  }

  Optional<String> token(World world) {
    return token.apply(world);
  }
}
