package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.Warnings;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Warnings} keeps to. */
public abstract class WarningsContract extends AggregateContract<Warning.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract Warnings warnings();

  private static Warning.Snapshot aWarning(MemberId member, String reason, Instant givenAt) {
    return new Warning.Snapshot(
        new WarningId(Samples.uuid()),
        member,
        Samples.memberId(),
        reason,
        givenAt,
        givenAt.plus(Duration.ofDays(1)),
        Optional.empty(),
        Version.NEW);
  }

  private static Warning.Snapshot withdrawn(Warning.Snapshot warning, MemberId by, Instant at) {
    return new Warning.Snapshot(
        warning.id(),
        warning.member(),
        warning.by(),
        warning.reason(),
        warning.givenAt(),
        warning.until(),
        Optional.of(new Warning.Withdrawal(by, at)),
        warning.version());
  }

  @Override
  protected Warning.Snapshot fresh() {
    return aWarning(Samples.memberId(), "shouted", NOW);
  }

  @Override
  protected List<Warning.Snapshot> shapes() {
    return List.of(
        fresh(),
        withdrawn(fresh(), Samples.memberId(), Samples.FAR),
        aWarning(Samples.memberId(), "x", Samples.EARLY),
        aWarning(Samples.memberId(), "🤬".repeat(500), NOW),
        aWarning(Samples.memberId(), Samples.TRICKY + "\n\t" + Samples.HANGUL, NOW));
  }

  @Override
  protected Warning.Snapshot changed(Warning.Snapshot state) {
    return new Warning.Snapshot(
        state.id(),
        Samples.memberId(),
        Samples.memberId(),
        "changed",
        state.givenAt().plusSeconds(1),
        state.until().plusSeconds(2),
        state.withdrawal().isPresent()
            ? Optional.empty()
            : Optional.of(new Warning.Withdrawal(Samples.memberId(), NOW)),
        state.version());
  }

  @Override
  protected Optional<Warning.Snapshot> find(Warning.Snapshot like) {
    return warnings().find(like.id()).map(Warning::snapshot);
  }

  @Override
  protected Warning.Snapshot save(Warning.Snapshot state) {
    return warnings().save(Warning.restore(state));
  }

  @Override
  protected Version version(Warning.Snapshot state) {
    return state.version();
  }

  @Override
  protected Warning.Snapshot stored(Warning.Snapshot state) {
    return state.stored();
  }

  private List<Warning.Snapshot> of(MemberId member) {
    return warnings().of(member).stream().map(Warning::snapshot).toList();
  }

  @Test
  void a_members_warnings_are_listed_the_latest_first_with_the_withdrawn_ones() {
    MemberId member = Samples.memberId();
    Warning.Snapshot second = write(() -> save(aWarning(member, "second", NOW.plusSeconds(5))));
    Warning.Snapshot first = write(() -> save(aWarning(member, "first", NOW)));
    Warning.Snapshot withdrawn =
        write(() -> save(withdrawn(aWarning(member, "third", NOW.plusSeconds(9)), member, NOW)));
    change(() -> save(fresh()));

    assertThat(read(() -> of(member))).containsExactly(withdrawn, second, first);
    assertThat(read(() -> of(Samples.memberId()))).isEmpty();
  }

  @Test
  void of_warnings_given_at_the_same_moment_the_later_identifier_comes_first() {
    MemberId member = Samples.memberId();
    Warning.Snapshot one = write(() -> save(aWarning(member, "one", NOW)));
    Warning.Snapshot other = write(() -> save(aWarning(member, "other", NOW)));

    assertThat(read(() -> of(member))).containsExactly(other, one);
  }

  @Test
  void a_work_finds_the_warning_that_it_gave_among_the_others() {
    MemberId member = Samples.memberId();
    Warning.Snapshot first = write(() -> save(aWarning(member, "first", NOW)));

    List<Warning.Snapshot> seen =
        write(() -> {
          save(aWarning(member, "second", NOW.plusSeconds(1)));
          save(withdrawn(first, member, NOW));
          return of(member);
        });

    assertThat(seen).extracting(Warning.Snapshot::reason).containsExactly("second", "first");
    assertThat(seen.getLast()).isEqualTo(withdrawn(first, member, NOW).stored());
  }
}
