package dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.member.Member;

final class StoresAnother {
  @Planted
  record Snapshot(Member.Snapshot host) {}
}
