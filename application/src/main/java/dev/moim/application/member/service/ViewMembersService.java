package dev.moim.application.member.service;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

final class ViewMembersService {
  private final Members members;
  private final Nicknames nicknames;
  private final Cache<MemberId, String> cache;
  private final Transactions transactions;

  ViewMembersService(
      Members members,
      Nicknames nicknames,
      Cache<MemberId, String> cache,
      Transactions transactions) {
    this.members = members;
    this.nicknames = nicknames;
    this.cache = cache;
    this.transactions = transactions;
  }

  MemberView view(Caller caller) {
    return transactions.read(() ->
        members
            .find(caller.id())
            .map(Member::snapshot)
            .map(MemberView::of)
            .orElseThrow(MemberError.MEMBER_NOT_FOUND::exception));
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
