package dev.moim.application.member.service;

import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.ListBlocks;
import dev.moim.application.member.port.in.UnblockMember;

/** What members have against each other, and what follows from it, wired to its ports. */
public record PersonalBlockUseCases(
    BlockMember blockMember,
    UnblockMember unblockMember,
    ListBlocks listBlocks,
    KeptApart keptApart) {
  public static PersonalBlockUseCases of(MemberServices services) {
    var blocks = new PersonalBlocksService(services.ports(), services.viewing());
    return new PersonalBlockUseCases(blocks::block, blocks::unblock, blocks::list, blocks::apart);
  }
}
