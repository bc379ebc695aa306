package dev.moim.testkit.member;

import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Members and their nicknames on an {@link InMemoryStore}. */
public final class InMemoryMembers implements Members, Nicknames, MemberDirectory {
  private final InMemoryStore.Table<MemberId, Member.Snapshot> members;

  public InMemoryMembers(InMemoryStore store) {
    members =
        store
            .<MemberId, Member.Snapshot>table(Member.Snapshot::id)
            .unique(
                member -> member.person().map(person -> person.nickname().key()),
                MemberError.NICKNAME_TAKEN::exception)
            .unique(
                member -> member.person().map(person -> person.email().key()),
                MemberError.EMAIL_TAKEN::exception);
  }

  @Override
  public Optional<Member> find(MemberId id) {
    return members.find(id).map(Member::restore);
  }

  @Override
  public boolean isActive(MemberId id, Instant now) {
    return members.find(id).filter(member -> member.status(now) == MemberStatus.ACTIVE).isPresent();
  }

  @Override
  public Optional<Member> findByEmail(EmailAddress email) {
    return findBy(person -> person.email().key().equals(email.key()));
  }

  @Override
  public Optional<Member> findByNickname(Nickname nickname) {
    return findBy(person -> person.nickname().key().equals(nickname.key()));
  }

  private Optional<Member> findBy(Predicate<Person> wanted) {
    return members.all().stream()
        .filter(member -> member.person().filter(wanted).isPresent())
        .findFirst()
        .map(Member::restore);
  }

  @Override
  public List<Member> admins() {
    return members.all().stream()
        .filter(member -> member.role() == Role.ADMIN)
        .map(Member::restore)
        .toList();
  }

  @Override
  public List<MemberId> withdrawnBefore(Instant moment, int limit) {
    return members.all().stream()
        .filter(member -> member.person().isPresent())
        .filter(member -> member.withdrawnAt().filter(at -> at.isBefore(moment)).isPresent())
        .map(Member.Snapshot::id)
        .limit(limit)
        .toList();
  }

  @Override
  public Page<Member.Snapshot> list(Filter filter, PageRequest page) {
    return Pages.latestFirst(
        members.all().stream().filter(member -> isWanted(member, filter)),
        member -> new Position(member.joinedAt(), member.id().value()),
        page);
  }

  private static boolean isWanted(Member.Snapshot member, Filter filter) {
    return filter.role().map(role -> role == member.role()).orElse(true)
        && member.person().filter(person -> isWanted(person, filter)).isPresent();
  }

  private static boolean isWanted(Person person, Filter filter) {
    return filter.nickname().map(name -> name.key().equals(person.nickname().key())).orElse(true)
        && filter.email().map(email -> email.key().equals(person.email().key())).orElse(true);
  }

  @Override
  public Member.Snapshot save(Member member) {
    return members.save(member.snapshot(), Member.Snapshot::version, Member.Snapshot::stored);
  }

  @Override
  public Map<MemberId, Nickname> of(Collection<MemberId> wanted) {
    Map<MemberId, Nickname> names = new LinkedHashMap<>();
    for (MemberId id : wanted) {
      members
          .find(id)
          .filter(member -> member.withdrawnAt().isEmpty())
          .flatMap(Member.Snapshot::person)
          .ifPresent(person -> names.put(id, person.nickname()));
    }
    return names;
  }

  Optional<Member.Snapshot> state(MemberId id) {
    return members.find(id);
  }
}
