package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.CheckArrivals;
import dev.moim.application.matching.port.in.SimulateMatching;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class SimulateMatchingService implements SimulateMatching, CheckArrivals {
  private final Categories categories;

  SimulateMatchingService(Categories categories) {
    this.categories = categories;
  }

  @Override
  public List<FieldError> check(String category, List<Arrival> arrivals) {
    var validation = new Validation();
    Crowd.of(categories.named(category), arrivals, validation);
    return validation.errors();
  }

  @Override
  public List<Simulation> simulate(Command command, Consumer<Progress> progress) {
    Category category = categories.named(command.category());
    var validation = new Validation();
    Crowd crowd = Crowd.of(category, command.arrivals(), validation);
    validation.orThrow();
    int all = crowd.requests().size();
    progress.accept(new Progress("narrowness", 0, all));
    List<WaitingRequest<Integer>> narrowestFirst = Narrowest.first(category, crowd.requests());
    Optional<Integer> bound = Optional.empty();
    if (command.bound()) {
      progress.accept(new Progress("bound", 0, all));
      bound = Optional.of(Hindsight.bound(category, crowd.requests(), command.seed()));
    }
    var reports = new ArrayList<Simulation>();
    for (Contender contender : command.policies()) {
      var replay = new Replay(category, contender.policy(), command.seed());
      replay.run(
          crowd.requests(), done -> progress.accept(new Progress(contender.name(), done, all)));
      reports.add(new Report(replay, narrowestFirst).of(contender.name(), bound));
    }
    return reports;
  }
}
