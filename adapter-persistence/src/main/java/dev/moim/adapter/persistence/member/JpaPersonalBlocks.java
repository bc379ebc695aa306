package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Among;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.adapter.persistence.shared.LatestFirst;
import dev.moim.adapter.persistence.shared.Parts;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.shared.MemberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

final class JpaPersonalBlocks implements PersonalBlocks {
  /** From so many members on, reading all blocks is quicker than asking about 500 at a time. */
  private static final int MANY = 4 * Parts.MOST;

  private static final LatestFirst<PersonalBlockRow> OF_MEMBER =
      new LatestFirst<>(
          PersonalBlockRow.class,
          "from PersonalBlockRow b",
          "b.key.memberId",
          "b.blockedAt",
          "b.key.blockedId");

  private record Pair(UUID one, UUID other) {
    Pair reversed() {
      return new Pair(/* one= */ other, /* other= */ one);
    }
  }

  private final CurrentSession current;

  JpaPersonalBlocks(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Optional<PersonalBlock> find(MemberId member, MemberId blocked) {
    return row(member, blocked).map(JpaPersonalBlocks::read);
  }

  private Optional<PersonalBlockRow> row(MemberId member, MemberId blocked) {
    return current
        .reading()
        .createSelectionQuery(
            "from PersonalBlockRow b where b.key.memberId = :member and b.key.blockedId = :blocked",
            PersonalBlockRow.class)
        .setParameter("member", member.value())
        .setParameter("blocked", blocked.value())
        .uniqueResultOptional();
  }

  @Override
  public long countOf(MemberId member) {
    return current
        .reading()
        .createSelectionQuery(
            "select count(*) from PersonalBlockRow b where b.key.memberId = :member", Long.class)
        .setParameter("member", member.value())
        .getSingleResult();
  }

  @Override
  public Page<PersonalBlock> of(MemberId member, PageRequest page) {
    List<PersonalBlock> found =
        OF_MEMBER.rows(current.reading(), member.value(), page).stream()
            .map(JpaPersonalBlocks::read)
            .toList();
    return Page.of(
        found, page.limit(), block -> new Position(block.since(), block.blocked().value()));
  }

  @Override
  public Map<MemberId, Set<MemberId>> apart(Collection<MemberId> members) {
    Map<MemberId, Set<MemberId>> apart = new HashMap<>();
    Stream<Pair> pairs =
        members.size() < MANY
            ? Parts.of(members).flatMap(part -> pairs(part).stream())
            : pairsAmongAll(Set.copyOf(members));
    pairs.forEach(pair ->
        apart
            .computeIfAbsent(new MemberId(pair.one), one -> new HashSet<>())
            .add(new MemberId(pair.other)));
    return apart;
  }

  private Stream<Pair> pairsAmongAll(Set<MemberId> members) {
    return current
        .reading()
        .createSelectionQuery(
            "select b.key.memberId, b.key.blockedId from PersonalBlockRow b", Pair.class)
        .getResultList()
        .stream()
        .flatMap(pair -> Stream.of(pair, pair.reversed()))
        .filter(pair -> members.contains(new MemberId(pair.one)));
  }

  /**
   * Pairs of one of the members and another one. Both directions stand side by side because no
   * index answers a condition that either of two columns may meet.
   */
  private List<Pair> pairs(List<MemberId> members) {
    Among those = Among.of(members.stream().map(MemberId::value).toList());
    return those
        .set(
            current
                .reading()
                .createSelectionQuery(
                    "select b.key.memberId, b.key.blockedId from PersonalBlockRow b"
                        + " where b.key.memberId"
                        + those.as("members")
                        + " union all select b.key.blockedId, b.key.memberId from PersonalBlockRow b"
                        + " where b.key.blockedId"
                        + those.as("members"),
                    Pair.class),
            "members")
        .getResultList();
  }

  @Override
  public void add(PersonalBlock block) {
    PersonalBlockRow row = new PersonalBlockRow();
    row.key = new PersonalBlockRow.Key(block.member().value(), block.blocked().value());
    row.blockedAt = Instants.stored(block.since());
    current.writing().persist(row);
  }

  @Override
  public void remove(MemberId member, MemberId blocked) {
    Session session = current.writing();
    row(member, blocked).ifPresent(session::remove);
    // Hibernate sends inserts before deletes: the same block may be placed anew by the same work.
    session.flush();
  }

  @Override
  public void removeAllOf(MemberId member) {
    forget("b.key.memberId", member);
    forget("b.key.blockedId", member);
  }

  private void forget(String column, MemberId member) {
    current
        .writing()
        .createMutationQuery("delete from PersonalBlockRow b where " + column + " = :member")
        .setParameter("member", member.value())
        .executeUpdate();
  }

  private static PersonalBlock read(PersonalBlockRow row) {
    return new PersonalBlock(
        new MemberId(row.key.memberId()), new MemberId(row.key.blockedId()), row.blockedAt);
  }
}
