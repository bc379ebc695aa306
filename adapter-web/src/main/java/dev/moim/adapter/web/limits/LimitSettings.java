package dev.moim.adapter.web.limits;

import dev.moim.adapter.web.shared.Costly;
import dev.moim.application.shared.RateLimits.Limit;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much anybody may use.
 *
 * @param member for each member
 * @param address for each address, of requests that carry no good access token
 * @param costly in addition, for what costs more; every kind has one
 */
public record LimitSettings(Limit member, Limit address, Map<Costly.Kind, Limit> costly) {
  /** In a bucket of this name each member's tokens are. */
  public static final String MEMBER = "member";

  /** In a bucket of this name each address's tokens are. */
  public static final String ADDRESS = "address";

  /**
   * A whole class signs up, and in, from behind one address; nobody needs to press a button more
   * often than a few times in a second.
   */
  public static final LimitSettings DEFAULT =
      new LimitSettings(
          new Limit(MEMBER, 20, Duration.ofSeconds(3)),
          new Limit(ADDRESS, 20, Duration.ofSeconds(3)),
          Map.of(
              Costly.Kind.SIGN_UP, costly(Costly.Kind.SIGN_UP, 30, Duration.ofMinutes(30)),
              Costly.Kind.SIGN_IN, costly(Costly.Kind.SIGN_IN, 60, Duration.ofMinutes(10)),
              Costly.Kind.MAIL, costly(Costly.Kind.MAIL, 10, Duration.ofMinutes(30)),
              Costly.Kind.UPLOAD, costly(Costly.Kind.UPLOAD, 20, Duration.ofMinutes(10)),
              Costly.Kind.SEARCH, costly(Costly.Kind.SEARCH, 30, Duration.ofSeconds(30))));

  public LimitSettings {
    costly = Map.copyOf(costly);
    if (!Arrays.stream(Costly.Kind.values()).allMatch(costly::containsKey)) {
      throw new IllegalArgumentException("each kind of costly request has a limit");
    }
  }

  /** The same for all. */
  public static LimitSettings of(int capacity, Duration refill) {
    Map<Costly.Kind, Limit> costly = new EnumMap<>(Costly.Kind.class);
    for (Costly.Kind kind : Costly.Kind.values()) {
      costly.put(kind, costly(kind, capacity, refill));
    }
    return new LimitSettings(
        new Limit(MEMBER, capacity, refill), new Limit(ADDRESS, capacity, refill), costly);
  }

  private static Limit costly(Costly.Kind kind, int capacity, Duration refill) {
    return new Limit(kind.key(), capacity, refill);
  }

  /** The limit of a kind of costly requests. */
  public Limit of(Costly.Kind kind) {
    Limit limit = costly.get(kind);
    if (limit == null) {
      throw new IllegalArgumentException("there is no limit for " + kind);
    }
    return limit;
  }
}
