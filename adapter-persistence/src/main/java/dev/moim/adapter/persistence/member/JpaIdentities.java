package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Digests;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.shared.Ids;
import dev.moim.domain.member.Identity;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

final class JpaIdentities implements Identities {
  private final CurrentSession current;
  private final Ids ids;

  JpaIdentities(CurrentSession current, Ids ids) {
    this.current = current;
    this.ids = ids;
  }

  @Override
  public Optional<Identity> find(String provider, String subject) {
    return row(provider, subject).map(JpaIdentities::read);
  }

  private Optional<IdentityRow> row(String provider, String subject) {
    return current
        .reading()
        .createSelectionQuery("from IdentityRow i where i.accountKey = :key", IdentityRow.class)
        .setParameter("key", key(provider, subject))
        .uniqueResultOptional();
  }

  /** The length keeps apart where one ends and the other begins. */
  private static String key(String provider, String subject) {
    return Digests.of(provider.length() + ":" + provider + subject);
  }

  @Override
  public List<Identity> of(MemberId member) {
    return rowsOf(member).getResultList().stream().map(JpaIdentities::read).toList();
  }

  private SelectionQuery<IdentityRow> rowsOf(MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "from IdentityRow i where i.memberId = :member"
                + " order by i.linkedAt, i.provider, i.subject",
            IdentityRow.class)
        .setParameter("member", member.value());
  }

  @Override
  public void add(Identity identity) {
    IdentityRow row = new IdentityRow();
    row.id = ids.next();
    row.accountKey = key(identity.provider(), identity.subject());
    row.provider = identity.provider();
    row.subject = identity.subject();
    row.memberId = identity.member().value();
    row.linkedAt = Instants.stored(identity.linkedAt());
    current.writing().persist(row);
  }

  @Override
  public void remove(Identity identity) {
    Session session = current.writing();
    row(identity.provider(), identity.subject()).ifPresent(session::remove);
  }

  @Override
  public void removeAllOf(MemberId member) {
    Session session = current.writing();
    rowsOf(member).getResultList().forEach(session::remove);
  }

  private static Identity read(IdentityRow row) {
    return new Identity(row.provider, row.subject, new MemberId(row.memberId), row.linkedAt);
  }
}
