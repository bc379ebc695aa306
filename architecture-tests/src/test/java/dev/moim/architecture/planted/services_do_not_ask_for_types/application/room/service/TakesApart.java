package dev.moim.architecture.planted.services_do_not_ask_for_types.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.services_do_not_ask_for_types.domain.condition.MatchCondition;

@Planted
final class TakesApart {
  int first(MatchCondition condition) {
    return switch (condition) {
      case MatchCondition.Range(int from, int _) when from > 0 -> from;
      default -> 0;
    };
  }
}
