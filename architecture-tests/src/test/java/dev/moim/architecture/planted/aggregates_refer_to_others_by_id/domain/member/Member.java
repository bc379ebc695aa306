package dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.member;

/** An aggregate. */
public final class Member {
  /** Its state. */
  public record Snapshot() {}
}
