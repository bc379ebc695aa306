package dev.moim.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchProposalStatus;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.condition.SampleConditions;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MatchProposals} keeps to. */
public abstract class MatchProposalsContract extends AggregateContract<MatchProposal.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract MatchProposals proposals();

  private static MatchProposal.Snapshot proposal(
      int people, AllOf agreed, Instant respondBy, MatchProposalStatus status) {
    return new MatchProposal.Snapshot(
        new MatchProposalId(Samples.uuid()),
        new CategoryKey("meal"),
        agreed,
        IntStream.range(0, people)
            .mapToObj(i ->
                new MatchProposal.Seat(Samples.matchRequestId(), Samples.memberId(), i % 2 == 1))
            .toList(),
        respondBy,
        status,
        Version.NEW);
  }

  @Override
  protected MatchProposal.Snapshot fresh() {
    return proposal(2, AllOf.ANYTHING, NOW, MatchProposalStatus.OPEN);
  }

  @Override
  protected List<MatchProposal.Snapshot> shapes() {
    return List.of(
        fresh(),
        proposal(20, SampleConditions.EVERY_KIND, Samples.FAR, MatchProposalStatus.ACCEPTED),
        proposal(3, AllOf.ANYTHING, Samples.EARLY, MatchProposalStatus.FELL_THROUGH));
  }

  @Override
  protected MatchProposal.Snapshot changed(MatchProposal.Snapshot state) {
    return new MatchProposal.Snapshot(
        state.id(),
        state.category(),
        state.agreed(),
        state.seats().stream()
            .map(seat -> new MatchProposal.Seat(seat.request(), seat.member(), !seat.accepted()))
            .toList(),
        state.respondBy(),
        state.status() == MatchProposalStatus.OPEN
            ? MatchProposalStatus.ACCEPTED
            : MatchProposalStatus.OPEN,
        state.version());
  }

  @Override
  protected Optional<MatchProposal.Snapshot> find(MatchProposal.Snapshot like) {
    return proposals().find(like.id()).map(MatchProposal::snapshot);
  }

  @Override
  protected MatchProposal.Snapshot save(MatchProposal.Snapshot state) {
    return proposals().save(MatchProposal.restore(state));
  }

  @Override
  protected Version version(MatchProposal.Snapshot state) {
    return state.version();
  }

  @Override
  protected MatchProposal.Snapshot stored(MatchProposal.Snapshot state) {
    return state.stored();
  }

  private MatchProposal.Snapshot add(Instant respondBy, MatchProposalStatus status) {
    return write(() -> save(proposal(2, AllOf.ANYTHING, respondBy, status)));
  }

  @Test
  void overdue_are_open_ones_whose_time_is_over_the_longest_over_first() {
    MatchProposal.Snapshot just = add(NOW, MatchProposalStatus.OPEN);
    MatchProposal.Snapshot longest = add(NOW.minusSeconds(60), MatchProposalStatus.OPEN);
    add(NOW.plusNanos(1_000), MatchProposalStatus.OPEN);
    add(NOW.minusSeconds(60), MatchProposalStatus.ACCEPTED);
    add(NOW.minusSeconds(60), MatchProposalStatus.FELL_THROUGH);

    assertThat(read(() -> proposals().overdue(NOW, 10))).containsExactly(longest.id(), just.id());
    assertThat(read(() -> proposals().overdue(NOW, 1))).containsExactly(longest.id());
  }
}
