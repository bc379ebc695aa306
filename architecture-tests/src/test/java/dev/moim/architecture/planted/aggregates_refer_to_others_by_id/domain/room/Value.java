package dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.room;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.aggregates_refer_to_others_by_id.domain.member.Member;

/** Not an aggregate, and holds one all the same. */
@Planted
record Value(Member member) {}
