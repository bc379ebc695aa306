package dev.moim.application.member.port.in;

/** Ends the session that a refresh token belongs to; a token without one changes nothing. */
@FunctionalInterface
public interface SignOut {
  void signOut(String refreshToken);
}
