package dev.moim.application.member.port.in;

/** Forgets sessions and mailed links that ended long ago; a scheduled job. */
@FunctionalInterface
public interface ForgetOldSessions {
  /** Returns how many were forgotten. */
  int forget();
}
