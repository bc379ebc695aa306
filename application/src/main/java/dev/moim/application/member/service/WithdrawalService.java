package dev.moim.application.member.service;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;

final class WithdrawalService {
  private static final int ERASED_AT_ONCE = 100;

  private final MemberPorts.Store store;
  private final Members members;
  private final Admins admins;
  private final Cache<MemberId, String> nicknames;
  private final Confirmation confirmation;
  private final SessionOpening sessions;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  WithdrawalService(
      MemberPorts ports, Admins admins, Confirmation confirmation, SessionOpening sessions) {
    store = ports.store();
    members = store.members();
    this.admins = admins;
    nicknames = ports.nicknameCache();
    this.confirmation = confirmation;
    this.sessions = sessions;
    transactions = ports.transactions();
    outbox = ports.outbox();
    clock = ports.clock();
  }

  Instant withdraw(Withdraw.Command command) {
    MemberId id = command.caller().id();
    Person person = transactions.read(() -> Accounts.of(members, id).person());
    confirmation.require(command.caller(), command.origin(), command.password(), person);
    Instant undoableUntil =
        transactions.write(() -> {
          Member member = Accounts.of(members, id);
          if (!member.person().password().equals(person.password())) {
            throw MemberError.WRONG_PASSWORD.exception();
          }
          admins.requireAnother(member.snapshot());
          member.withdraw(clock.now());
          save(member);
          sessions.endAll(id);
          return member.snapshot().withdrawnAt().orElseThrow().plus(Member.UNDO);
        });
    nicknames.invalidate(id);
    return undoableUntil;
  }

  MemberView undo(Caller caller) {
    MemberView back =
        transactions.write(() -> {
          Member member = Accounts.of(members, caller);
          member.undoWithdrawal(clock.now());
          return MemberView.of(save(member), clock.now());
        });
    nicknames.invalidate(caller.id());
    return back;
  }

  int erase() {
    Instant over = clock.now().minus(Member.UNDO);
    List<MemberId> due = transactions.read(() -> members.withdrawnBefore(over, ERASED_AT_ONCE));
    return Sweep.over(due, this::eraseDue);
  }

  private void eraseDue(MemberId id) {
    transactions.writeOnly(() -> members.find(id).ifPresent(this::erase));
  }

  /** Of several who sweep at once, and of one who comes back in time, none is in the way. */
  private void erase(Member member) {
    MemberId id = member.snapshot().id();
    member.erase(clock.now());
    if (member.snapshot().person().isEmpty()) {
      store.blocks().removeAllOf(id);
      store.identities().removeAllOf(id);
      store.links().removeAllOf(id);
      store.pictures().remove(id);
      store.sessions().removeAllOf(id);
    }
    save(member);
  }

  private Member.Snapshot save(Member member) {
    Member.Snapshot stored = members.save(member);
    outbox.append(member.pullEvents());
    return stored;
  }
}
