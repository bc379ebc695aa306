package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.member.port.out.Standings;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns, not rows, of a session and its member, both by their primary keys. */
final class JpaStandings implements Standings {
  private record Columns(
      UUID member,
      String role,
      @Nullable Instant blockedUntil,
      @Nullable String blockReason,
      @Nullable Instant withdrawnAt,
      boolean ended,
      Instant expiresAt) {
    Standing standing() {
      return new Standing(
          new MemberId(member),
          Role.valueOf(role),
          MemberMapper.block(blockedUntil, blockReason),
          withdrawnAt != null,
          ended,
          expiresAt);
    }
  }

  private final CurrentSession current;

  JpaStandings(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Optional<Standing> of(SessionId session) {
    return current
        .reading()
        .createSelectionQuery(
            "select m.id, m.role, m.blockedUntil, m.blockReason, m.withdrawnAt, s.ended,"
                + " s.expiresAt from SessionRow s join MemberRow m on m.id = s.memberId"
                + " where s.id = :session",
            Columns.class)
        .setParameter("session", session.value())
        .uniqueResultOptional()
        .map(Columns::standing);
  }
}
