package dev.moim.application.member.port.out;

import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/** Links that were mailed to members. */
public interface MailedLinks {
  Optional<MailedLink> find(LinkId id);

  Optional<MailedLink> findByToken(TokenHash token);

  /** How many links of that purpose were requested for a member at or after a moment. */
  int countRequested(MemberId member, MailedLink.Purpose purpose, Instant since);

  /**
   * Stores a link and advances its version; returns the state as stored.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the version is stale
   */
  MailedLink.Snapshot save(MailedLink link);

  /** Forgets all of a member's links, so that none can be followed any more. */
  void removeAllOf(MemberId member);

  /** Forgets links that expired before a moment; returns how many. */
  int forgetBefore(Instant moment);
}
