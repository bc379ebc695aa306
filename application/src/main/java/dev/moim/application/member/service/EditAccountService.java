package dev.moim.application.member.service;

import dev.moim.application.member.port.in.ChangePassword;
import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Validation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

final class EditAccountService {
  private final Members members;
  private final Cache<MemberId, String> nicknames;
  private final Passwords passwords;
  private final Confirmation confirmation;
  private final SessionOpening sessions;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  EditAccountService(
      MemberPorts ports, Passwords passwords, Confirmation confirmation, SessionOpening sessions) {
    members = ports.store().members();
    nicknames = ports.nicknameCache();
    this.passwords = passwords;
    this.confirmation = confirmation;
    this.sessions = sessions;
    transactions = ports.transactions();
    outbox = ports.outbox();
    clock = ports.clock();
  }

  MemberView edit(EditProfile.Command command) {
    var validation = new Validation();
    Optional<Nickname> nickname =
        command.nickname().flatMap(text -> validation.check(() -> new Nickname(text)));
    Optional<ZoneId> zone = command.zone().flatMap(text -> validation.check(() -> zone(text)));
    validation.orThrow();
    MemberView changed =
        transactions.write(() -> {
          Member member = Accounts.of(members, command.caller());
          command
              .expected()
              .filter(version -> !version.equals(member.snapshot().version()))
              .ifPresent(stale -> {
                throw SharedError.STALE_VERSION.exception();
              });
          Person person = member.person();
          member.edit(
              nickname.orElse(person.nickname()),
              command.language().orElse(person.language()),
              zone.orElse(person.zone()));
          return MemberView.of(members.save(member), clock.now());
        });
    nicknames.invalidate(command.caller().id());
    return changed;
  }

  private static ZoneId zone(String text) {
    try {
      ZoneId zone = ZoneId.of(text);
      if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
        return zone;
      }
    } catch (DateTimeException notAZone) {
      // Told below.
    }
    throw SharedError.invalid("/zone", "UNKNOWN_ZONE");
  }

  void change(ChangePassword.Command command) {
    Person person = person(command.caller());
    if (person.password().isEmpty()) {
      throw MemberError.NO_PASSWORD.exception();
    }
    confirmation.require(command.caller(), command.origin(), command.present(), person);
    PasswordHash hash =
        passwords.hash(passwords.chosen(command.replacement(), person.nickname(), person.email()));
    transactions.writeOnly(() -> {
      Member member = Accounts.of(members, command.caller());
      if (!member.person().password().equals(person.password())) {
        throw MemberError.WRONG_PASSWORD.exception();
      }
      member.choosePassword(hash, clock.now());
      members.save(member);
      outbox.append(member.pullEvents());
      sessions.endAllBut(command.session(), command.caller().id());
    });
  }

  private Person person(Caller caller) {
    return transactions.read(() -> Accounts.of(members, caller).person());
  }
}
