package dev.moim.application.member.port.out;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which members want nothing to do with which others. */
public interface PersonalBlocks {
  Optional<PersonalBlock> find(MemberId member, MemberId blocked);

  /** How many others a member blocks. */
  long countOf(MemberId member);

  /** Those that a member placed, the latest first. */
  Page<PersonalBlock> of(MemberId member, PageRequest page);

  /**
   * For each of the members everybody whom they block or by whom they are blocked; without those
   * who are kept apart from nobody. At most one query for each 500 members, and one for 2,000 or
   * more.
   */
  Map<MemberId, Set<MemberId>> apart(Collection<MemberId> members);

  /**
   * Stores a block that is not there yet.
   *
   * @throws dev.moim.application.shared.ConcurrencyConflict if the member blocks the other already,
   *     at the latest when the transaction ends
   */
  void add(PersonalBlock block);

  /** Changes nothing if there is no such block. */
  void remove(MemberId member, MemberId blocked);

  /** Forgets all blocks that a member placed, and all that are against the member. */
  void removeAllOf(MemberId member);
}
