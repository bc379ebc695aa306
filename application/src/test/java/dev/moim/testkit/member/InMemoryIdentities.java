package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Identities;
import dev.moim.domain.member.Identity;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accounts elsewhere on an {@link InMemoryStore}. */
public final class InMemoryIdentities implements Identities {
  private record Key(String provider, String subject) {
    static Key of(Identity identity) {
      return new Key(identity.provider(), identity.subject());
    }
  }

  private final InMemoryStore.Table<Key, Identity> identities;

  public InMemoryIdentities(InMemoryStore store) {
    identities = store.table(Key::of);
  }

  @Override
  public Optional<Identity> find(String provider, String subject) {
    return identities.find(new Key(provider, subject));
  }

  @Override
  public List<Identity> of(MemberId member) {
    return identities.all().stream()
        .filter(identity -> identity.member().equals(member))
        .sorted(
            Comparator.comparing(Identity::linkedAt)
                .thenComparing(Identity::provider)
                .thenComparing(Identity::subject))
        .toList();
  }

  @Override
  public void add(Identity identity) {
    if (identities.find(Key.of(identity)).isPresent()) {
      throw MemberError.IDENTITY_TAKEN.exception();
    }
    identities.put(identity);
  }

  @Override
  public void remove(Identity identity) {
    identities.remove(Key.of(identity));
  }

  @Override
  public void removeAllOf(MemberId member) {
    of(member).forEach(this::remove);
  }
}
