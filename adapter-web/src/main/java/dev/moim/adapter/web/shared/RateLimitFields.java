package dev.moim.adapter.web.shared;

import dev.moim.application.shared.RateLimits.Decision;
import dev.moim.application.shared.RateLimits.Limit;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * The headers that tell a client how much it may use (draft-ietf-httpapi-ratelimit-headers-10):
 * lists with one member for each bucket that a request took from.
 *
 * <p>{@code RateLimit-Policy} says of each how many tokens it holds ({@code q}) and in how many
 * seconds an empty one is full ({@code w}); {@code RateLimit} how many are left ({@code r}), and
 * for how many seconds there are no more ({@code t}): until the next one comes.
 */
public final class RateLimitFields {
  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  private RateLimitFields() {}

  /** Tells what became of a request for a token, after what the answer tells of others already. */
  public static void add(HttpServletResponse response, Limit limit, Decision decision) {
    String name = "\"" + limit.name() + "\"";
    Duration next =
        decision.remaining() > 0
            ? limit.refill().dividedBy(limit.capacity())
            : decision.untilNext();
    append(
        response, POLICY, name + ";q=" + limit.capacity() + ";w=" + wholeSeconds(limit.refill()));
    append(response, STATE, name + ";r=" + decision.remaining() + ";t=" + wholeSeconds(next));
  }

  private static void append(HttpServletResponse response, String field, String member) {
    String present = response.getHeader(field);
    response.setHeader(field, present == null ? member : present + ", " + member);
  }

  /** Rounded up, so that it is never too early. */
  public static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
