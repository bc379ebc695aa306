package dev.moim.adapter.persistence.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A value of a facet that a room accepts, as {@link FacetValues} has it, with all by which lists
 * are ordered, so that an index over them leads to the rooms of a page and to no others.
 */
@Entity
@Table(name = "room_facets")
@SuppressWarnings("NullAway.Init")
class RoomFacetRow {
  /** Stands for every value, where the room leaves a facet open. */
  static final String ANY = "*";

  @EmbeddedId Key key;

  String category;
  String status;

  @Column(name = "meets_at")
  Instant meetsAt;

  @Column(name = "opened_at")
  Instant openedAt;

  @Embeddable
  record Key(
      @Column(name = "room_id") UUID roomId,
      String facet,
      @Column(name = "facet_value") String value)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
