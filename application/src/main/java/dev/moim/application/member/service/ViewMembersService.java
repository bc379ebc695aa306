package dev.moim.application.member.service;

import dev.moim.application.member.port.in.ListMembers;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.ProfileView;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

final class ViewMembersService {
  private final Members members;
  private final MemberDirectory directory;
  private final Nicknames nicknames;
  private final Cache<MemberId, String> cache;
  private final Transactions transactions;
  private final Clock clock;

  ViewMembersService(MemberPorts ports) {
    members = ports.store().members();
    directory = ports.store().directory();
    nicknames = ports.store().nicknames();
    cache = ports.nicknameCache();
    transactions = ports.transactions();
    clock = ports.clock();
  }

  MemberView own(Caller caller) {
    return inFull(caller.id());
  }

  MemberView inspect(Caller caller, MemberId member) {
    caller.require(Role.ADMIN);
    return inFull(member);
  }

  private MemberView inFull(MemberId member) {
    return transactions.read(
        () -> MemberView.of(Accounts.of(members, member).snapshot(), clock.now()));
  }

  ProfileView profile(MemberId id) {
    return transactions
        .read(() -> members.find(id))
        .filter(member -> member.snapshot().withdrawnAt().isEmpty())
        .map(member -> {
          Person person = member.person();
          return new ProfileView(id, person.nickname().value(), person.picture());
        })
        .orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
  }

  Page<MemberView> list(Caller caller, ListMembers.Query query) {
    caller.require(Role.ADMIN);
    Optional<EmailAddress> email =
        query.search().flatMap(text -> read(() -> new EmailAddress(text)));
    Optional<Nickname> nickname = query.search().flatMap(text -> read(() -> new Nickname(text)));
    if (query.search().isPresent() && email.isEmpty() && nickname.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Instant now = clock.now();
    return transactions
        .read(() ->
            directory.list(new MemberDirectory.Filter(nickname, email, query.role()), query.page()))
        .map(member -> MemberView.of(member, now));
  }

  /** The member whom others call so, if they have not left. */
  Optional<MemberId> named(String text) {
    Instant now = clock.now();
    return read(() -> new Nickname(text))
        .flatMap(nickname -> transactions.read(() -> members.findByNickname(nickname)))
        .filter(member -> member.snapshot().status(now) != MemberStatus.WITHDRAWN)
        .map(member -> member.snapshot().id());
  }

  /** No nickname is an e-mail address, so a text is one of them at the most. */
  private static <T> Optional<T> read(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (DomainException notSuch) {
      return Optional.empty();
    }
  }

  boolean isActive(MemberId id) {
    Instant now = clock.now();
    return transactions.read(() -> members.isActive(id, now));
  }

  Map<MemberId, String> names(Collection<MemberId> wanted) {
    return wanted.isEmpty() ? Map.of() : cache.getAll(wanted, this::load);
  }

  private Map<MemberId, String> load(Collection<MemberId> missing) {
    Map<MemberId, String> names = new LinkedHashMap<>();
    transactions
        .read(() -> nicknames.of(missing))
        .forEach((member, nickname) -> names.put(member, nickname.value()));
    return names;
  }
}
