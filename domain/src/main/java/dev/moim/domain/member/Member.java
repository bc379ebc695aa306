package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who belongs to the community. Starts with the role {@link Role#MEMBER}: a role is never
 * taken from what a person sends.
 */
public final class Member {
  private final MemberId id;
  private final Nickname nickname;
  private final EmailAddress email;
  private final PasswordHash passwordHash;
  private final Role role;
  private final Language language;
  private final Instant joinedAt;
  private final Version version;
  private final List<MemberEvent> events = new ArrayList<>();

  private Member(Snapshot state) {
    id = state.id;
    nickname = state.nickname;
    email = state.email;
    passwordHash = state.passwordHash;
    role = state.role;
    language = state.language;
    joinedAt = state.joinedAt;
    version = state.version;
  }

  /** A new member. That nickname and address are unique is for the repository to enforce. */
  public static Member signUp(
      MemberId id,
      Nickname nickname,
      EmailAddress email,
      PasswordHash passwordHash,
      Language language,
      Instant now) {
    Member member =
        new Member(
            new Snapshot(
                id, nickname, email, passwordHash, Role.MEMBER, language, now, Version.NEW));
    member.events.add(new MemberEvent.MemberSignedUp(id, now));
    return member;
  }

  /** The member as stored; raises no event. */
  public static Member restore(Snapshot state) {
    return new Member(state);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, nickname, email, passwordHash, role, language, joinedAt, version);
  }

  /** The events since the last call, in order. */
  public List<MemberEvent> pullEvents() {
    List<MemberEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /** All persistent state of a member. */
  public record Snapshot(
      MemberId id,
      Nickname nickname,
      EmailAddress email,
      PasswordHash passwordHash,
      Role role,
      Language language,
      Instant joinedAt,
      Version version) {
    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id, nickname, email, passwordHash, role, language, joinedAt, version.next());
    }
  }
}
