package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who belongs to the community. Starts with the role {@link Role#MEMBER}: a role is never
 * taken from what a person sends. May be blocked for a time, and may withdraw: then nobody sees the
 * person any more, and {@link #UNDO} later all that is personal is erased; what is left is an
 * identifier, under which contributions stay.
 */
public final class Member {
  /** For how long a withdrawal can be undone. */
  public static final Duration UNDO = Duration.ofDays(7);

  private final MemberId id;
  private final Instant joinedAt;
  private final Version version;
  private Optional<Person> person;
  private Role role;
  private Optional<Block> block;
  private Optional<Instant> withdrawnAt;
  private final List<MemberEvent> events = new ArrayList<>();

  private Member(Snapshot state) {
    id = state.id;
    person = state.person;
    role = state.role;
    joinedAt = state.joinedAt;
    block = state.block;
    withdrawnAt = state.withdrawnAt;
    version = state.version;
  }

  /** A new member. That nickname and address are unique is for the repository to enforce. */
  public static Member signUp(MemberId id, Person person, Instant now) {
    Member member =
        new Member(
            new Snapshot(
                id,
                Optional.of(person),
                Role.MEMBER,
                now,
                Optional.empty(),
                Optional.empty(),
                Version.NEW));
    member.events.add(new MemberEvent.MemberSignedUp(id, now));
    return member;
  }

  /** The member as stored; raises no event. */
  public static Member restore(Snapshot state) {
    return new Member(state);
  }

  /**
   * The person behind the membership.
   *
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if it was erased
   */
  public Person person() {
    return person.orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
  }

  /** Changes how the member is called and spoken to. */
  public void edit(Nickname nickname, Language language, ZoneId zone) {
    person = Optional.of(person().withProfile(nickname, language, zone));
  }

  public void showPicture(Optional<PictureTag> picture) {
    person = Optional.of(person().withPicture(picture));
  }

  /** A mail to the address was answered: it becomes, or is, the member's verified one. */
  public void verifyEmail(EmailAddress address, Instant now) {
    EmailAddress former = person().email();
    person = Optional.of(person().withVerifiedEmail(address));
    if (!former.key().equals(address.key())) {
      events.add(new MemberEvent.EmailChanged(id, former, now));
    }
  }

  /** Replaces the password, or gives one to a member who had none. */
  public void choosePassword(PasswordHash hash, Instant now) {
    person = Optional.of(person().withPassword(hash));
    events.add(new MemberEvent.PasswordChanged(id, now));
  }

  /** Keeps the same password under a stronger hash. */
  public void strengthen(PasswordHash hash) {
    person = Optional.of(person().withPassword(hash));
  }

  /**
   * Gives the member another role. That an admin remains is for the caller to see to.
   *
   * @param by the admin; empty if it is the operator
   * @param address from where
   */
  public void grant(Role given, Optional<MemberId> by, String address, Instant now) {
    person();
    if (given != role) {
      events.add(new MemberEvent.RoleChanged(id, role, given, by, address, now));
      role = given;
    }
  }

  /** Blocks the member until then, or no longer. */
  public void block(Optional<Block> sentence) {
    block = sentence;
  }

  /** Leaves the community; leaving again changes nothing. */
  public void withdraw(Instant now) {
    person();
    if (withdrawnAt.isEmpty()) {
      withdrawnAt = Optional.of(now);
      grant(Role.MEMBER, Optional.of(id), "", now);
      events.add(new MemberEvent.MemberWithdrew(id, now.plus(UNDO), now));
    }
  }

  /**
   * Comes back as a plain member.
   *
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if it is too late
   */
  public void undoWithdrawal(Instant now) {
    person();
    if (withdrawnAt.isPresent()) {
      if (!canUndo(now)) {
        throw MemberError.MEMBER_NOT_FOUND.exception();
      }
      withdrawnAt = Optional.empty();
      events.add(new MemberEvent.MemberReturned(id, now));
    }
  }

  /** Erases the person, if the time to undo is over. */
  public void erase(Instant now) {
    if (person.isPresent() && withdrawnAt.isPresent() && !canUndo(now)) {
      person = Optional.empty();
      block = Optional.empty();
      events.add(new MemberEvent.MemberErased(id, now));
    }
  }

  private boolean canUndo(Instant now) {
    return withdrawnAt.filter(since -> now.isBefore(since.plus(UNDO))).isPresent();
  }

  public Snapshot snapshot() {
    return new Snapshot(id, person, role, joinedAt, block, withdrawnAt, version);
  }

  /** The events since the last call, in order. */
  public List<MemberEvent> pullEvents() {
    List<MemberEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a member.
   *
   * @param person empty once it was erased
   */
  public record Snapshot(
      MemberId id,
      Optional<Person> person,
      Role role,
      Instant joinedAt,
      Optional<Block> block,
      Optional<Instant> withdrawnAt,
      Version version) {
    public MemberStatus status(Instant now) {
      if (person.isEmpty()) {
        return MemberStatus.ERASED;
      }
      if (withdrawnAt.isPresent()) {
        return MemberStatus.WITHDRAWN;
      }
      return block.filter(sentence -> sentence.holds(now)).isPresent()
          ? MemberStatus.BLOCKED
          : MemberStatus.ACTIVE;
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(id, person, role, joinedAt, block, withdrawnAt, version.next());
    }
  }
}
