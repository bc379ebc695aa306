package dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.member.Member;

@Planted
final class TakesAnother {
  boolean takes(Member member) {
    return member.hashCode() > 0;
  }

  record Snapshot() {}
}
