package dev.moim.domain.audit;

/** What the audit log tells of. A name never changes its meaning. */
public enum AuditAction {
  ROLE_CHANGED,
  MEMBER_WARNED,
  WARNING_WITHDRAWN,
  REPORT_DECIDED,
  ROOM_HIDDEN,
  ROOM_CANCELLED,
  COMMENT_HIDDEN
}
