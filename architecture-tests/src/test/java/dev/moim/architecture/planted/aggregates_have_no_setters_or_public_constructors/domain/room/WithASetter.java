package dev.moim.architecture.planted.aggregates_have_no_setters_or_public_constructors.domain.room;

import dev.moim.architecture.planted.Planted;

@Planted
public final class WithASetter {
  private int seats;

  private WithASetter() {}

  static WithASetter open() {
    return new WithASetter();
  }

  public void setSeats(int seats) {
    this.seats = seats;
  }

  Snapshot snapshot() {
    return new Snapshot(seats);
  }

  record Snapshot(int seats) {}
}
