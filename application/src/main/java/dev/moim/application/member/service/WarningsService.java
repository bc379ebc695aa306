package dev.moim.application.member.service;

import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WarningView;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.WarningId;
import java.time.Instant;
import java.util.List;

final class WarningsService {
  private final Members members;
  private final Warnings warnings;
  private final MemberSettings settings;
  private final SessionOpening sessions;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  WarningsService(MemberPorts ports, MemberSettings settings, SessionOpening sessions) {
    members = ports.store().members();
    warnings = ports.store().warnings();
    this.settings = settings;
    this.sessions = sessions;
    transactions = ports.transactions();
    outbox = ports.outbox();
    ids = ports.ids();
    clock = ports.clock();
  }

  WarningView warn(WarnMember.Command command) {
    Caller caller = command.caller();
    caller.require(Role.MANAGER);
    return transactions.write(() -> {
      Instant now = clock.now();
      Member member = Accounts.of(members, command.member());
      if (member.snapshot().role().includes(caller.role())) {
        throw MemberError.NOT_TO_BE_WARNED.exception();
      }
      int earlier = (int) inForce(command.member());
      Warning warning =
          Warning.give(
              new WarningId(ids.next()),
              command.member(),
              caller.id(),
              command.origin().address(),
              command.reason(),
              earlier,
              settings.blocks(),
              now);
      save(warning);
      block(member, now);
      sessions.endAll(command.member());
      return WarningView.of(warning.snapshot(), true);
    });
  }

  private long inForce(MemberId member) {
    return warnings.of(member).stream()
        .filter(warning -> warning.snapshot().withdrawal().isEmpty())
        .count();
  }

  WarningView withdraw(WithdrawWarning.Command command) {
    Caller caller = command.caller();
    caller.require(Role.MANAGER);
    return transactions.write(() -> {
      Instant now = clock.now();
      Warning warning =
          warnings.find(command.warning()).orElseThrow(MemberError.WARNING_NOT_FOUND::exception);
      if (!caller.isAtLeast(Role.ADMIN) && !caller.is(warning.snapshot().by())) {
        throw SharedError.NOT_ALLOWED.exception();
      }
      warning.withdraw(caller.id(), command.origin().address(), now);
      save(warning);
      members
          .find(warning.snapshot().member())
          .filter(member -> member.snapshot().person().isPresent())
          .ifPresent(member -> block(member, now));
      return WarningView.of(warning.snapshot(), true);
    });
  }

  /** The member is saved with each warning: two at once can't both be the first. */
  private void block(Member member, Instant now) {
    member.block(Warning.block(warnings.of(member.snapshot().id()), now));
    members.save(member);
  }

  private void save(Warning warning) {
    warnings.save(warning);
    outbox.append(warning.pullEvents());
  }

  List<WarningView> list(Caller caller, MemberId member) {
    boolean own = caller.is(member);
    if (!own) {
      caller.require(Role.MANAGER);
    }
    boolean all = own || caller.isAtLeast(Role.ADMIN);
    return transactions.read(() -> warnings.of(member)).stream()
        .map(Warning::snapshot)
        .filter(warning -> all || caller.is(warning.by()))
        .map(warning -> WarningView.of(warning, caller.isAtLeast(Role.MANAGER)))
        .toList();
  }
}
