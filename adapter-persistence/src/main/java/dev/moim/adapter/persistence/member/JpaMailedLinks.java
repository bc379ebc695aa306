package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

final class JpaMailedLinks implements MailedLinks {
  private final CurrentSession current;
  private final AggregateRows<MailedLinkRow> rows;

  JpaMailedLinks(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MailedLinkRow.class, MailedLinkRow::new);
  }

  @Override
  public Optional<MailedLink> find(LinkId id) {
    return rows.find(id.value()).map(MailedLinkMapper::read).map(MailedLink::restore);
  }

  @Override
  public Optional<MailedLink> findByToken(TokenHash token) {
    return current
        .reading()
        .createSelectionQuery(
            "from MailedLinkRow l where l.tokenHash = :token", MailedLinkRow.class)
        .setParameter("token", token.hex())
        .uniqueResultOptional()
        .map(MailedLinkMapper::read)
        .map(MailedLink::restore);
  }

  @Override
  public int countRequested(MemberId member, MailedLink.Purpose purpose, Instant since) {
    return current
        .reading()
        .createSelectionQuery(
            "select count(*) from MailedLinkRow l"
                + " where l.memberId = :member and l.purpose = :purpose and l.expiresAt >= :from",
            Long.class)
        .setParameter("member", member.value())
        .setParameter("purpose", purpose.name())
        .setParameter("from", Instants.stored(since.plus(MailedLink.LIFETIME)))
        .getSingleResult()
        .intValue();
  }

  @Override
  public MailedLink.Snapshot save(MailedLink link) {
    MailedLink.Snapshot state = link.snapshot();
    MailedLinkRow stored =
        rows.save(state.id().value(), state.version(), row -> MailedLinkMapper.write(state, row));
    return MailedLinkMapper.read(stored);
  }

  @Override
  public void removeAllOf(MemberId member) {
    Session session = current.writing();
    session
        .createSelectionQuery(
            "from MailedLinkRow l where l.memberId = :member", MailedLinkRow.class)
        .setParameter("member", member.value())
        .getResultList()
        .forEach(session::remove);
  }

  @Override
  public int forgetBefore(Instant moment) {
    return current
        .writing()
        .createMutationQuery("delete from MailedLinkRow l where l.expiresAt < :moment")
        .setParameter("moment", Instants.stored(moment))
        .executeUpdate();
  }
}
