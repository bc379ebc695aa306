package dev.moim.application.member.service;

import dev.moim.domain.member.Backoff;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What an operator may set about members.
 *
 * @param zone the community's time zone, which members have until they choose another
 * @param blocks for how long the first, second, … warning blocks; the last one counts for all
 *     further ones
 * @param guessesAtAccount how attempts to sign in to one account are slowed down
 * @param guessesFromAddress how attempts to sign in from one address are slowed down
 */
public record MemberSettings(
    ZoneId zone, List<Duration> blocks, Backoff guessesAtAccount, Backoff guessesFromAddress) {
  /** Asia/Seoul; a day, a week, then 30 days; 5 free attempts, then delays up to a minute. */
  public static final MemberSettings DEFAULT =
      new MemberSettings(
          ZoneId.of("Asia/Seoul"),
          List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30)),
          new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1)),
          new Backoff(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15)));

  public MemberSettings {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() || !blocks.stream().allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException("a warning blocks for some time");
    }
  }
}
