package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.AggregateRows;
import dev.moim.adapter.persistence.shared.ConditionJson;
import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.MatchProposal;
import dev.moim.domain.matching.MatchProposalStatus;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

final class JpaMatchProposals implements MatchProposals {
  private final CurrentSession current;
  private final AggregateRows<MatchProposalRow> rows;

  JpaMatchProposals(CurrentSession current) {
    this.current = current;
    rows = new AggregateRows<>(current, MatchProposalRow.class, MatchProposalRow::new);
  }

  @Override
  public Optional<MatchProposal> find(MatchProposalId id) {
    return rows.find(id.value()).map(JpaMatchProposals::read).map(MatchProposal::restore);
  }

  @Override
  public List<MatchProposalId> overdue(Instant now, int limit) {
    return current
        .reading()
        .createSelectionQuery(
            "select p.id from MatchProposalRow p where p.status = 'OPEN' and p.respondBy <= :now"
                + " order by p.status, p.respondBy, p.id",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(MatchProposalId::new)
        .toList();
  }

  @Override
  public MatchProposal.Snapshot save(MatchProposal proposal) {
    MatchProposal.Snapshot state = proposal.snapshot();
    return read(rows.save(state.id().value(), state.version(), row -> write(state, row)));
  }

  private static void write(MatchProposal.Snapshot proposal, MatchProposalRow row) {
    row.category = proposal.category().value();
    row.agreed = ConditionJson.write(proposal.agreed());
    row.respondBy = Instants.stored(proposal.respondBy());
    row.status = proposal.status().name();
    List<MatchProposalSeatRow> seats =
        IntStream.range(0, proposal.seats().size())
            .mapToObj(i -> seat(i + 1, proposal.seats().get(i)))
            .toList();
    row.seats.retainAll(seats);
    row.seats.addAll(seats);
  }

  private static MatchProposalSeatRow seat(int place, MatchProposal.Seat seat) {
    return new MatchProposalSeatRow(
        place, seat.request().value(), seat.member().value(), seat.accepted());
  }

  private static MatchProposal.Snapshot read(MatchProposalRow row) {
    return new MatchProposal.Snapshot(
        new MatchProposalId(row.id()),
        new CategoryKey(row.category),
        ConditionJson.read(row.agreed),
        row.seats.stream()
            .sorted(Comparator.comparingInt(MatchProposalSeatRow::place))
            .map(seat ->
                new MatchProposal.Seat(
                    new MatchRequestId(seat.requestId()),
                    new MemberId(seat.memberId()),
                    seat.accepted()))
            .toList(),
        row.respondBy,
        MatchProposalStatus.valueOf(row.status),
        row.version());
  }
}
