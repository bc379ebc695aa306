package dev.moim.adapter.persistence.room;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was done to all rows of a store, and for which configuration. */
@Entity
@Table(name = "store_upkeep")
@SuppressWarnings("NullAway.Init")
class StoreUpkeepRow {
  @Id String task;

  String done;
}
