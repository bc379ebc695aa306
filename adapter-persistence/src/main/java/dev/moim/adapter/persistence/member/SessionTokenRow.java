package dev.moim.adapter.persistence.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A token that a session has or had; goes with its session. */
@Entity
@Immutable
@Table(name = "session_tokens")
@SuppressWarnings("NullAway.Init")
class SessionTokenRow {
  @Id
  @Column(name = "token_hash")
  String tokenHash;

  @Column(name = "session_id")
  UUID sessionId;
}
