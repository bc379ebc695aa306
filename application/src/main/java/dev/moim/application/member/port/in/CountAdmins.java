package dev.moim.application.member.port.in;

/** Tells the operator whether somebody administers the community. */
@FunctionalInterface
public interface CountAdmins {
  int count();
}
