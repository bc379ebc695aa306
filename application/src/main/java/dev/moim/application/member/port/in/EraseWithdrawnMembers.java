package dev.moim.application.member.port.in;

/** Erases the personal data of those whose withdrawal can't be undone any more; a scheduled job. */
@FunctionalInterface
public interface EraseWithdrawnMembers {
  /** Returns how many were erased; calling again goes on where this call stopped. */
  int erase();
}
