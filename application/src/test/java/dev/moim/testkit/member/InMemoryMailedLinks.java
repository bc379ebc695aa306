package dev.moim.testkit.member;

import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mailed links on an {@link InMemoryStore}. */
public final class InMemoryMailedLinks implements MailedLinks {
  private final InMemoryStore.Table<LinkId, MailedLink.Snapshot> links;

  public InMemoryMailedLinks(InMemoryStore store) {
    links = store.table(MailedLink.Snapshot::id);
  }

  @Override
  public Optional<MailedLink> find(LinkId id) {
    return links.find(id).map(MailedLink::restore);
  }

  @Override
  public Optional<MailedLink> findByToken(TokenHash token) {
    return links.all().stream()
        .filter(link -> link.token().equals(token))
        .findFirst()
        .map(MailedLink::restore);
  }

  @Override
  public int countRequested(MemberId member, MailedLink.Purpose purpose, Instant since) {
    return (int)
        links.all().stream()
            .filter(link -> link.member().equals(member) && link.purpose() == purpose)
            .filter(link -> !link.requestedAt().isBefore(since))
            .count();
  }

  @Override
  public MailedLink.Snapshot save(MailedLink link) {
    return links.save(link.snapshot(), MailedLink.Snapshot::version, MailedLink.Snapshot::stored);
  }

  @Override
  public void removeAllOf(MemberId member) {
    remove(link -> link.member().equals(member));
  }

  @Override
  public int forgetBefore(Instant moment) {
    return remove(link -> link.expiresAt().isBefore(moment));
  }

  private int remove(Predicate<MailedLink.Snapshot> which) {
    List<MailedLink.Snapshot> gone = links.all().stream().filter(which).toList();
    gone.forEach(link -> links.remove(link.id()));
    return gone.size();
  }
}
