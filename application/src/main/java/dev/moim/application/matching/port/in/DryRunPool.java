package dev.moim.application.matching.port.in;

import dev.moim.domain.member.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells admins how other policies would have served those who asked for a group on some day:
 * replays their requests on a clock of its own, and changes nothing.
 */
@FunctionalInterface
public interface DryRunPool {
  /**
   * @param policies names of {@link NamedPolicy}; one to four
   * @param date in the community's zone, within the last year; today by default
   */
  record Command(Caller caller, String category, List<String> policies, Optional<LocalDate> date) {
    public Command {
      policies = List.copyOf(policies);
    }
  }

  /**
   * Whoever took a request back is replayed as though they had stayed, and of those who met lately
   * nobody is kept apart. Time goes on in the replay until the last of them has given up, so a day
   * that is not over looks better than what has happened so far.
   *
   * @throws dev.moim.domain.shared.DomainException NOT_ALLOWED unless the caller is an admin;
   *     UNKNOWN_CATEGORY; DAY_TOO_BUSY for more than 10,000 requests; INVALID_INPUT for {@code
   *     /policies} (REQUIRED, TOO_MANY), {@code /policies/0} (UNKNOWN_POLICY) and {@code /date}
   *     (OUT_OF_RANGE)
   */
  DryRun run(Command command);
}
