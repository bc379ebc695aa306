package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Members and their nicknames on an {@link InMemoryStore}. */
public final class InMemoryMembers implements Members, Nicknames {
  private final InMemoryStore.Table<MemberId, Member.Snapshot> members;

  public InMemoryMembers(InMemoryStore store) {
    members =
        store
            .<MemberId, Member.Snapshot>table(Member.Snapshot::id)
            .unique(
                member -> Optional.of(member.nickname().key()),
                MemberError.NICKNAME_TAKEN::exception)
            .unique(
                member -> Optional.of(member.email().key()), MemberError.EMAIL_TAKEN::exception);
  }

  @Override
  public Optional<Member> find(MemberId id) {
    return members.find(id).map(Member::restore);
  }

  @Override
  public Optional<Member> findByEmail(EmailAddress email) {
    return members.all().stream()
        .filter(member -> member.email().key().equals(email.key()))
        .findFirst()
        .map(Member::restore);
  }

  @Override
  public Member.Snapshot save(Member member) {
    return members.save(member.snapshot(), Member.Snapshot::version, Member.Snapshot::stored);
  }

  @Override
  public Map<MemberId, Nickname> of(Collection<MemberId> wanted) {
    Map<MemberId, Nickname> names = new LinkedHashMap<>();
    for (MemberId id : wanted) {
      members.find(id).ifPresent(member -> names.put(id, member.nickname()));
    }
    return names;
  }
}
