package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.SharedError;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.LockAcquisitionException;

/**
 * What failures of the database mean: the one place that knows. Lost races of every kind are a
 * {@link ConcurrencyConflict}, broken unique rules of the domain are its errors, a pool without a
 * free connection is TOO_BUSY; whatever is left is a fault and stays as it is.
 */
final class Failures {
  /** The unique rules that the domain leaves to the store, by the name of their constraint. */
  private static final Map<String, ErrorCode> RULES =
      Map.of(
          "members_nickname_unique", MemberError.NICKNAME_TAKEN,
          "members_email_unique", MemberError.EMAIL_TAKEN,
          "identities_account_unique", MemberError.IDENTITY_TAKEN,
          "reports_one_open", ModerationError.ALREADY_REPORTED,
          "match_requests_one_live", MatchingError.LIVE_REQUEST_EXISTS);

  /** Serialisation failure and deadlock (SQL standard, PostgreSQL). */
  private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

  /** H2: concurrent update, deadlock. MariaDB, MySQL: changed since read, deadlock. */
  private static final Set<Integer> LOST_RACE_CODES = Set.of(90131, 40001, 1020, 1213);

  /** PostgreSQL. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** H2; MariaDB, MySQL. */
  private static final Set<Integer> LOCK_TIMEOUT_CODES = Set.of(50200, 1205);

  /** Values that a column can't have, and broken constraints: classes of the SQL standard. */
  private static final Set<String> OF_THE_DATA = Set.of("22", "23");

  private Failures() {}

  static RuntimeException translated(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConcurrencyConflict conflict -> {
          return conflict;
        }
        case ConstraintViolationException violation
            when violation.getKind() == ConstraintKind.UNIQUE -> {
          return broken(violation);
        }
        case StaleStateException stale -> {
          return lost(stale);
        }
        case OptimisticLockException stale -> {
          return lost(stale);
        }
        case PessimisticLockException locked -> {
          return lost(locked);
        }
        case LockTimeoutException locked -> {
          return lost(locked);
        }
        case LockAcquisitionException locked -> {
          return lost(locked);
        }
        case EntityExistsException exists
            when !(exists.getCause() instanceof ConstraintViolationException) -> {
          return lost(exists);
        }
        case SQLTransientConnectionException none -> {
          return SharedError.TOO_BUSY.exception();
        }
        case SQLException sql when isLostRace(sql) -> {
          return lost(sql);
        }
        default -> {}
      }
    }
    return failure;
  }

  /** Whether the database refused what it was to store, and would do so another time. */
  static boolean isOfTheData(RuntimeException failure) {
    return causes(failure)
        .map(SQLException::getSQLState)
        .filter(Objects::nonNull)
        .anyMatch(state -> OF_THE_DATA.stream().anyMatch(state::startsWith));
  }

  private static Stream<SQLException> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }

  private static boolean isLostRace(SQLException failure) {
    return (failure.getSQLState() != null && LOST_RACES.contains(failure.getSQLState()))
        || LOST_RACE_CODES.contains(failure.getErrorCode())
        || isLockTimeout(failure);
  }

  private static boolean isLockTimeout(SQLException failure) {
    return LOCK_NOT_AVAILABLE.equals(failure.getSQLState())
        || LOCK_TIMEOUT_CODES.contains(failure.getErrorCode());
  }

  private static ConcurrencyConflict lost(Throwable race) {
    boolean waitedInVain = causes(race).anyMatch(Failures::isLockTimeout);
    return new ConcurrencyConflict(String.valueOf(race.getMessage()), race, waitedInVain);
  }

  /** A unique rule that is not the domain's is broken only when two do the same at once. */
  private static RuntimeException broken(ConstraintViolationException violation) {
    String constraint = String.valueOf(violation.getConstraintName()).toLowerCase(Locale.ROOT);
    String name = constraint.substring(constraint.lastIndexOf('.') + 1);
    for (Map.Entry<String, ErrorCode> rule : RULES.entrySet()) {
      // H2 names the index behind a constraint: its name and a number.
      if (name.equals(rule.getKey()) || name.startsWith(rule.getKey() + "_index")) {
        return rule.getValue().exception();
      }
    }
    return lost(violation);
  }
}
