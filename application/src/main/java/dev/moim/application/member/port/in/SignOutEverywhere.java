package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;

/** Ends all sessions of a member. */
@FunctionalInterface
public interface SignOutEverywhere {
  void signOut(Caller caller);
}
