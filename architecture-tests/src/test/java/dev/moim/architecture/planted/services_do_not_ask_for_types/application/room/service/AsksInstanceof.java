package dev.moim.architecture.planted.services_do_not_ask_for_types.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.services_do_not_ask_for_types.domain.condition.MatchCondition;

@Planted
final class AsksInstanceof {
  boolean isRange(MatchCondition condition) {
    return condition instanceof MatchCondition.Range;
  }
}
