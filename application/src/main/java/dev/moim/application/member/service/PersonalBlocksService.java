package dev.moim.application.member.service;

import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.ListBlocks;
import dev.moim.application.member.port.in.UnblockMember;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class PersonalBlocksService {
  private final Members members;
  private final PersonalBlocks blocks;
  private final ViewMembersService viewing;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  PersonalBlocksService(MemberPorts ports, ViewMembersService viewing) {
    members = ports.store().members();
    blocks = ports.store().blocks();
    this.viewing = viewing;
    transactions = ports.transactions();
    outbox = ports.outbox();
    clock = ports.clock();
  }

  /** The blocking member is saved with it: of several at once none goes beyond how many may be. */
  void block(BlockMember.Command command) {
    MemberId id = command.caller().id();
    transactions.writeOnly(() -> {
      var wanted = new PersonalBlock(id, command.member(), clock.now());
      if (Accounts.of(members, wanted.blocked()).snapshot().withdrawnAt().isPresent()) {
        throw MemberError.MEMBER_NOT_FOUND.exception();
      }
      if (blocks.find(id, wanted.blocked()).isEmpty()) {
        Member member = Accounts.of(members, id);
        outbox.append(List.of(wanted.place(blocks.countOf(id))));
        blocks.add(wanted);
        members.save(member);
      }
    });
  }

  /** The member is saved with it, so that of several at once only one tells of it. */
  void unblock(UnblockMember.Command command) {
    MemberId id = command.caller().id();
    transactions.writeOnly(() -> {
      Optional<PersonalBlock> present = blocks.find(id, command.member());
      if (present.isPresent()) {
        Member member = Accounts.of(members, id);
        outbox.append(List.of(present.get().lift(clock.now())));
        blocks.remove(id, command.member());
        members.save(member);
      }
    });
  }

  Page<ListBlocks.Blocked> list(Caller caller, PageRequest page) {
    Page<PersonalBlock> found = transactions.read(() -> blocks.of(caller.id(), page));
    Map<MemberId, String> names =
        viewing.names(found.items().stream().map(PersonalBlock::blocked).toList());
    return found.map(block -> view(block, names));
  }

  private static ListBlocks.Blocked view(PersonalBlock block, Map<MemberId, String> names) {
    Instant since = block.since();
    Optional<String> nickname = Optional.ofNullable(names.get(block.blocked()));
    return new ListBlocks.Blocked(block.blocked(), nickname, since);
  }

  Map<MemberId, Set<MemberId>> apart(Collection<MemberId> wanted) {
    return wanted.isEmpty() ? Map.of() : transactions.read(() -> blocks.apart(wanted));
  }
}
