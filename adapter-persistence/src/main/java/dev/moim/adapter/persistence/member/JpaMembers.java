package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.SelectionQuery;

final class JpaMembers implements Members, Nicknames {
  private record Named(UUID id, String nickname) {}

  private final CurrentSession current;
  private final AggregateRows<MemberRow> rows;

  JpaMembers(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MemberRow.class, MemberRow::new);
  }

  @Override
  public Optional<Member> find(MemberId id) {
    return rows.find(id.value()).map(MemberMapper::read).map(Member::restore);
  }

  @Override
  public boolean isActive(MemberId id, Instant now) {
    return current
        .reading()
        .createSelectionQuery(
            "select m.id from MemberRow m where m.id = :id and m.nickname is not null"
                + " and m.withdrawnAt is null"
                + " and (m.blockedUntil is null or m.blockedUntil <= :now)",
            UUID.class)
        .setParameter("id", id.value())
        .setParameter("now", Instants.stored(now))
        .uniqueResultOptional()
        .isPresent();
  }

  @Override
  public Optional<Member> findByEmail(EmailAddress email) {
    return select("from MemberRow m where m.emailKey = :key")
        .setParameter("key", MemberMapper.key(email))
        .uniqueResultOptional()
        .map(MemberMapper::read)
        .map(Member::restore);
  }

  @Override
  public Optional<Member> findByNickname(Nickname nickname) {
    return select("from MemberRow m where m.nicknameKey = :key")
        .setParameter("key", MemberMapper.key(nickname))
        .uniqueResultOptional()
        .map(MemberMapper::read)
        .map(Member::restore);
  }

  @Override
  public List<Member> admins() {
    return select("from MemberRow m where m.role = :role")
        .setParameter("role", Role.ADMIN.name())
        .getResultList()
        .stream()
        .map(MemberMapper::read)
        .map(Member::restore)
        .toList();
  }

  private SelectionQuery<MemberRow> select(String hql) {
    return current.reading().createSelectionQuery(hql, MemberRow.class);
  }

  @Override
  public List<MemberId> withdrawnBefore(Instant moment, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select m.id from MemberRow m where m.withdrawnAt < :moment"
                + " and m.nicknameKey is not null order by m.withdrawnAt, m.id",
            UUID.class)
        .setParameter("moment", Instants.stored(moment))
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(MemberId::new)
        .toList();
  }

  @Override
  public Map<MemberId, Nickname> of(Collection<MemberId> members) {
    if (members.isEmpty()) {
      return Map.of();
    }
    return current
        .reading()
        .createSelectionQuery(
            "select m.id, m.nickname from MemberRow m"
                + " where m.id in :ids and m.withdrawnAt is null and m.nickname is not null",
            Named.class)
        .setParameterList("ids", members.stream().map(MemberId::value).distinct().toList())
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                named -> new MemberId(named.id), named -> new Nickname(named.nickname)));
  }

  @Override
  public Member.Snapshot save(Member member) {
    Member.Snapshot state = member.snapshot();
    MemberRow stored =
        rows.save(state.id().value(), state.version(), row -> MemberMapper.write(state, row));
    return MemberMapper.read(stored);
  }
}
