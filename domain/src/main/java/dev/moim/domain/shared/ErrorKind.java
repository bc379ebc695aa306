package dev.moim.domain.shared;

/**
 * Why a request is refused, as the caller needs to know it. An adapter maps each kind to its
 * protocol.
 */
public enum ErrorKind {
  /** The input can't be understood. */
  MALFORMED,
  /** The caller is not signed in. */
  UNAUTHENTICATED,
  /** The caller is known and may not do this. */
  FORBIDDEN,
  /** The object does not exist, or the caller may not know that it does. */
  NOT_FOUND,
  /** The present state does not allow it; another time it might. */
  CONFLICT,
  /** The caller changed something that somebody else had changed before. */
  STALE,
  /** The input is well-formed and breaks a rule. */
  RULE,
  /** Too much was asked in too short a time; the detail {@code retryAfterSeconds} says when. */
  TOO_MANY,
  /** A needed part is away or overloaded; trying again later helps. */
  UNAVAILABLE
}
