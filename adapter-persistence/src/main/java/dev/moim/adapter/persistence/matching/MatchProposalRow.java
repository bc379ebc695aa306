package dev.moim.adapter.persistence.matching;

import dev.moim.adapter.persistence.shared.VersionedRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

@Entity
@Table(name = "match_proposals")
@SuppressWarnings("NullAway.Init")
class MatchProposalRow extends VersionedRow {
  String category;

  String agreed;

  @Column(name = "respond_by")
  Instant respondBy;

  String status;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.JOIN)
  @CollectionTable(name = "match_proposal_seats", joinColumns = @JoinColumn(name = "proposal_id"))
  @OrderBy("place")
  Set<MatchProposalSeatRow> seats = new LinkedHashSet<>();
}
