package dev.moim.testkit.member;

import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.member.PersonalBlock;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What members have against each other, on an {@link InMemoryStore}. */
public final class InMemoryPersonalBlocks implements PersonalBlocks {
  private record Key(MemberId member, MemberId blocked) {
    static Key of(PersonalBlock block) {
      return new Key(block.member(), block.blocked());
    }
  }

  private final InMemoryStore.Table<Key, PersonalBlock> blocks;

  public InMemoryPersonalBlocks(InMemoryStore store) {
    blocks = store.table(Key::of);
  }

  @Override
  public Optional<PersonalBlock> find(MemberId member, MemberId blocked) {
    return blocks.find(new Key(member, blocked));
  }

  @Override
  public long countOf(MemberId member) {
    return placedBy(member).count();
  }

  @Override
  public Page<PersonalBlock> of(MemberId member, PageRequest page) {
    return Pages.latestFirst(
        placedBy(member), block -> new Position(block.since(), block.blocked().value()), page);
  }

  private Stream<PersonalBlock> placedBy(MemberId member) {
    return blocks.all().stream().filter(block -> block.member().equals(member));
  }

  @Override
  public Map<MemberId, Set<MemberId>> apart(Collection<MemberId> members) {
    Set<MemberId> wanted = Set.copyOf(members);
    Map<MemberId, Set<MemberId>> apart = new HashMap<>();
    for (PersonalBlock block : blocks.all()) {
      if (wanted.contains(block.member())) {
        apart.computeIfAbsent(block.member(), member -> new HashSet<>()).add(block.blocked());
      }
      if (wanted.contains(block.blocked())) {
        apart.computeIfAbsent(block.blocked(), member -> new HashSet<>()).add(block.member());
      }
    }
    return apart;
  }

  @Override
  public void add(PersonalBlock block) {
    if (blocks.find(Key.of(block)).isPresent()) {
      throw new ConcurrencyConflict(block + " is there already");
    }
    blocks.put(block);
  }

  @Override
  public void remove(MemberId member, MemberId blocked) {
    blocks.remove(new Key(member, blocked));
  }

  @Override
  public void removeAllOf(MemberId member) {
    blocks.all().stream()
        .filter(block -> block.member().equals(member) || block.blocked().equals(member))
        .forEach(block -> blocks.remove(Key.of(block)));
  }
}
