package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Digests;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
  public Optional<Member> findByEmail(EmailAddress email) {
    return current
        .reading()
        .createSelectionQuery("from MemberRow m where m.emailKey = :key", MemberRow.class)
        .setParameter("key", Digests.of(email.key()))
        .uniqueResultOptional()
        .map(MemberMapper::read)
        .map(Member::restore);
  }

  @Override
  public Map<MemberId, Nickname> of(Collection<MemberId> members) {
    if (members.isEmpty()) {
      return Map.of();
    }
    return current
        .reading()
        .createSelectionQuery(
            "select m.id, m.nickname from MemberRow m where m.id in :ids", Named.class)
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
