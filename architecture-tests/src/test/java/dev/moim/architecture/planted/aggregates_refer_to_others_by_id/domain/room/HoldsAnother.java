package dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.member.Member;
import java.util.List;

@Planted
record HoldsAnother(List<Member> members) {
  record Snapshot() {}
}
