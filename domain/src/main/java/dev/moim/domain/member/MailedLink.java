package dev.moim.domain.member;

import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A link in a mail that proves that its reader holds an e-mail address: good once, for {@link
 * #LIFETIME}.
 */
public final class MailedLink {
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  /** What following the link does. */
  public enum Purpose {
    VERIFY_EMAIL,
    CHANGE_EMAIL,
    RESET_PASSWORD
  }

  private final LinkId id;
  private final MemberId member;
  private final Purpose purpose;
  private final EmailAddress address;
  private final TokenHash token;
  private final Instant expiresAt;
  private final Version version;
  private boolean used;
  private final List<MemberEvent> events = new ArrayList<>();

  private MailedLink(Snapshot state) {
    id = state.id;
    member = state.member;
    purpose = state.purpose;
    address = state.address;
    token = state.token;
    expiresAt = state.expiresAt;
    used = state.used;
    version = state.version;
  }

  /** A link that is to be mailed to that address. */
  public static MailedLink request(
      LinkId id,
      MemberId member,
      Purpose purpose,
      EmailAddress address,
      TokenHash token,
      Instant now) {
    MailedLink link =
        new MailedLink(
            new Snapshot(
                id, member, purpose, address, token, now.plus(LIFETIME), false, Version.NEW));
    link.events.add(new MemberEvent.LinkRequested(member, id, now));
    return link;
  }

  public static MailedLink restore(Snapshot state) {
    return new MailedLink(state);
  }

  /**
   * Follows the link, which uses it up.
   *
   * @throws dev.moim.domain.shared.DomainException LINK_NOT_GOOD if it was used, is too old, or is
   *     for something else
   */
  public void follow(List<Purpose> expected, Instant now) {
    if (used || !now.isBefore(expiresAt) || !expected.contains(purpose)) {
      throw MemberError.LINK_NOT_GOOD.exception();
    }
    used = true;
  }

  /** The events since the last call, in order. */
  public List<MemberEvent> pullEvents() {
    List<MemberEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, member, purpose, address, token, expiresAt, used, version);
  }

  /** All persistent state of a link. */
  public record Snapshot(
      LinkId id,
      MemberId member,
      Purpose purpose,
      EmailAddress address,
      TokenHash token,
      Instant expiresAt,
      boolean used,
      Version version) {
    public Instant requestedAt() {
      return expiresAt.minus(LIFETIME);
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(id, member, purpose, address, token, expiresAt, used, version.next());
    }
  }
}
