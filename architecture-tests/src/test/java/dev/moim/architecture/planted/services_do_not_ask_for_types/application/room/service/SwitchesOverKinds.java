package dev.moim.architecture.planted.services_do_not_ask_for_types.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.services_do_not_ask_for_types.domain.condition.MatchCondition;

@Planted
final class SwitchesOverKinds {
  int width(MatchCondition condition) {
    return switch (condition) {
      case MatchCondition.Range range -> range.to() - range.from();
      case MatchCondition.OneOf _ -> 1;
    };
  }
}
