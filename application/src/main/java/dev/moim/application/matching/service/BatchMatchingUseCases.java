package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CheckArrivals;
import dev.moim.application.matching.port.in.CheckPeople;
import dev.moim.application.matching.port.in.GenerateArrivals;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.port.in.SimulateMatching;
import dev.moim.domain.condition.Categories;

/** What can be done with lists of people, wired; it needs no port, hence no database or server. */
public record BatchMatchingUseCases(
    MatchPeople matchPeople,
    CheckPeople checkPeople,
    SimulateMatching simulateMatching,
    CheckArrivals checkArrivals,
    GenerateArrivals generateArrivals) {
  public static BatchMatchingUseCases of(Categories categories) {
    var matching = new MatchPeopleService(categories);
    var simulation = new SimulateMatchingService(categories);
    return new BatchMatchingUseCases(
        matching, matching, simulation, simulation, new GenerateArrivalsService(categories));
  }
}
