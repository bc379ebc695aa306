package dev.moim.architecture.planted.services_do_not_ask_for_types.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.services_do_not_ask_for_types.domain.condition.MatchCondition;
import java.util.List;

@Planted
final class AsksTheClass {
  long ranges(List<MatchCondition> conditions) {
    return conditions.stream().filter(MatchCondition.Range.class::isInstance).count();
  }
}
