package dev.moim.adapter.web.limits;

import java.time.Duration;

/**
 * How many requests to the API are worked on.
 *
 * @param atOnce so many at the same time; 1 to 10,000
 * @param waiting so many more wait for their turn; who comes then is refused at once
 * @param patience how long a request waits in a burst before it is refused, too, and ten times as
 *     long as it waits in a queue that does not empty; at most a minute
 * @param bodies for so many bodies that are still on their way is waited at the same time; 1 to
 *     10,000
 * @param bodyPatience how long a body may be on its way, and each piece of it; at most five minutes
 */
public record AdmissionSettings(
    int atOnce, int waiting, Duration patience, int bodies, Duration bodyPatience) {
  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LONGEST_BODY = Duration.ofMinutes(5);

  public AdmissionSettings {
    if (atOnce < 1 || atOnce > MOST || waiting < 0 || waiting > MOST) {
      throw new IllegalArgumentException(
          "1 to 10000 requests at once, and 0 to 10000 that wait: " + atOnce + ", " + waiting);
    }
    if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a request waits 0 s to 1 min: " + patience);
    }
    if (bodies < 1 || bodies > MOST) {
      throw new IllegalArgumentException("1 to 10000 bodies are waited for: " + bodies);
    }
    if (bodyPatience.toMillis() < 1 || bodyPatience.compareTo(LONGEST_BODY) > 0) {
      throw new IllegalArgumentException("a body is waited for 1 ms to 5 min: " + bodyPatience);
    }
  }
}
