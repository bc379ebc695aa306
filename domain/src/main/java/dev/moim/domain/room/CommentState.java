package dev.moim.domain.room;

/** Whether a comment can be read. */
public enum CommentState {
  VISIBLE,
  /** Its author took it back; it has no text any more. */
  DELETED,
  /** The host or a manager took its text from sight. */
  HIDDEN
}
