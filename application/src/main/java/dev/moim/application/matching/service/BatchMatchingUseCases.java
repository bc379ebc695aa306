package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CheckPeople;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.domain.condition.Categories;

/** What can be done with lists of people, wired; it needs no port, hence no database or server. */
public record BatchMatchingUseCases(MatchPeople matchPeople, CheckPeople checkPeople) {
  public static BatchMatchingUseCases of(Categories categories) {
    var service = new MatchPeopleService(categories);
    return new BatchMatchingUseCases(service, service);
  }
}
