package dev.moim.domain.member;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.domain.shared.WarningId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A manager's warning to a member. It blocks the member for a time that grows with the warnings
 * that came before, counted from when it is given. It can be withdrawn; it stays in the history.
 */
public final class Warning {
  private final WarningId id;
  private final MemberId member;
  private final MemberId by;
  private final String reason;
  private final Instant givenAt;
  private final Instant until;
  private final Version version;
  private Optional<Withdrawal> withdrawal;
  private final List<MemberEvent> events = new ArrayList<>();

  private Warning(Snapshot state) {
    id = state.id;
    member = state.member;
    by = state.by;
    reason = state.reason;
    givenAt = state.givenAt;
    until = state.until;
    withdrawal = state.withdrawal;
    version = state.version;
  }

  /**
   * A new warning.
   *
   * @param reason 1–500 code points
   * @param earlier how many warnings of the member came before and were not withdrawn
   * @param blocks for how long each warning blocks, the last one for all further ones
   */
  public static Warning give(
      WarningId id,
      MemberId member,
      MemberId by,
      String address,
      String reason,
      int earlier,
      List<Duration> blocks,
      Instant now) {
    Duration block = blocks.get(Math.min(earlier, blocks.size() - 1));
    Warning warning =
        new Warning(
            new Snapshot(
                id,
                member,
                by,
                Checks.text(reason, 1, 500, "reason"),
                now,
                now.plus(block),
                Optional.empty(),
                Version.NEW));
    warning.events.add(
        new MemberEvent.MemberWarned(member, id, by, address, warning.reason, warning.until, now));
    return warning;
  }

  public static Warning restore(Snapshot state) {
    return new Warning(state);
  }

  /**
   * Takes the warning back.
   *
   * @throws dev.moim.domain.shared.DomainException WARNING_WITHDRAWN if it was before
   */
  public void withdraw(MemberId who, String address, Instant now) {
    if (withdrawal.isPresent()) {
      throw MemberError.WARNING_WITHDRAWN.exception();
    }
    withdrawal = Optional.of(new Withdrawal(who, now));
    events.add(new MemberEvent.WarningWithdrawn(member, id, who, address, now));
  }

  /** The block that all of a member's warnings together amount to: the one that lasts longest. */
  public static Optional<Block> block(List<Warning> warnings, Instant now) {
    return warnings.stream()
        .filter(warning -> warning.withdrawal.isEmpty())
        .map(warning -> new Block(warning.until, warning.reason))
        .filter(block -> block.holds(now))
        .max(Comparator.comparing(Block::until));
  }

  /** The events since the last call, in order. */
  public List<MemberEvent> pullEvents() {
    List<MemberEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, member, by, reason, givenAt, until, withdrawal, version);
  }

  /** Who took a warning back, and when. */
  public record Withdrawal(MemberId by, Instant at) {}

  /**
   * All persistent state of a warning.
   *
   * @param until how long it blocks
   */
  public record Snapshot(
      WarningId id,
      MemberId member,
      MemberId by,
      String reason,
      Instant givenAt,
      Instant until,
      Optional<Withdrawal> withdrawal,
      Version version) {
    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(id, member, by, reason, givenAt, until, withdrawal, version.next());
    }
  }
}
