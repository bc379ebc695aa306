package dev.moim.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchProposalTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant RESPOND_BY = NOW.plusSeconds(120);
  private static final MatchRequestId ONE = new MatchRequestId(new UUID(0, 1));
  private static final MatchRequestId OTHER = new MatchRequestId(new UUID(0, 2));
  private static final MatchRequestId STRANGER = new MatchRequestId(new UUID(0, 3));

  private static MatchProposal proposal() {
    return MatchProposal.of(
        new MatchProposalId(new UUID(0, 4)),
        new CategoryKey("meal"),
        AllOf.ANYTHING,
        List.of(
            new MatchProposal.Seat(ONE, new MemberId(new UUID(1, 1)), false),
            new MatchProposal.Seat(OTHER, new MemberId(new UUID(1, 2)), false)),
        RESPOND_BY);
  }

  private static void isClosed(Runnable change) {
    DomainException refusal = catchThrowableOfType(DomainException.class, change::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(MatchingError.PROPOSAL_CLOSED);
  }

  @Test
  void it_comes_about_when_all_have_accepted() {
    MatchProposal proposal = proposal();

    assertThat(proposal.accept(ONE, NOW)).isFalse();
    assertThat(proposal.accept(ONE, NOW)).isFalse();
    assertThat(proposal.snapshot().status()).isEqualTo(MatchProposalStatus.OPEN);
    assertThat(proposal.seatOf(ONE)).map(MatchProposal.Seat::accepted).contains(true);
    assertThat(proposal.seatOf(OTHER)).map(MatchProposal.Seat::accepted).contains(false);
    assertThat(proposal.accept(OTHER, RESPOND_BY.minus(1, ChronoUnit.MICROS))).isTrue();

    assertThat(proposal.snapshot().status()).isEqualTo(MatchProposalStatus.ACCEPTED);
    isClosed(() -> proposal.accept(ONE, NOW));
    isClosed(proposal::fallThrough);
    assertThat(proposal.isOverdue(RESPOND_BY)).isFalse();
  }

  @Test
  void it_awaits_only_the_one_who_is_left() {
    MatchProposal proposal = proposal();
    assertThat(proposal.awaitsOnly(ONE)).isFalse();

    proposal.accept(OTHER, NOW);

    assertThat(proposal.awaitsOnly(ONE)).isTrue();
    assertThat(proposal.awaitsOnly(OTHER)).isFalse();
    assertThat(proposal.isOpen()).isTrue();
    proposal.fallThrough();
    assertThat(proposal.isOpen()).isFalse();
  }

  @Test
  void an_answer_of_somebody_else_counts_for_nothing() {
    MatchProposal proposal = proposal();
    MatchProposal.Snapshot before = proposal.snapshot();

    assertThat(proposal.accept(STRANGER, NOW)).isFalse();

    assertThat(proposal.snapshot()).isEqualTo(before);
    assertThat(proposal.seatOf(STRANGER)).isEmpty();
  }

  @Test
  void an_answer_after_its_time_is_too_late() {
    MatchProposal proposal = proposal();

    assertThat(proposal.isOverdue(RESPOND_BY.minus(1, ChronoUnit.MICROS))).isFalse();
    isClosed(() -> proposal.accept(ONE, RESPOND_BY));

    assertThat(proposal.isOverdue(RESPOND_BY)).isTrue();
    assertThat(proposal.seatOf(ONE)).map(MatchProposal.Seat::accepted).contains(false);
  }

  @Test
  void it_falls_through_once() {
    MatchProposal proposal = proposal();

    proposal.fallThrough();

    assertThat(proposal.snapshot().status()).isEqualTo(MatchProposalStatus.FELL_THROUGH);
    assertThat(proposal.isOverdue(RESPOND_BY)).isFalse();
    isClosed(proposal::fallThrough);
    isClosed(() -> proposal.accept(ONE, NOW));
  }

  @Test
  void it_is_restored_as_stored() {
    MatchProposal proposal = proposal();
    proposal.accept(ONE, NOW);

    MatchProposal.Snapshot stored = proposal.snapshot().stored();

    assertThat(MatchProposal.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
  }
}
