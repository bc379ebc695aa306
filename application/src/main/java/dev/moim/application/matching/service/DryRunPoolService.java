package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.DryRun;
import dev.moim.application.matching.port.in.DryRun.Happened;
import dev.moim.application.matching.port.in.DryRunPool;
import dev.moim.application.matching.port.in.NamedPolicy;
import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.WaitingRequest;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Validation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class DryRunPoolService implements DryRunPool {
  private static final int MOST_POLICIES = 4;
  private static final int MOST_REQUESTS = 10_000;
  private static final int MOST_DAYS_AGO = 366;
  private static final long SEED = 1;

  private final Categories categories;
  private final ZoneId zone;
  private final MatchingPorts ports;
  private final KeptApart keptApart;

  DryRunPoolService(Categories categories, ZoneId zone, MatchingPorts ports, KeptApart keptApart) {
    this.categories = categories;
    this.zone = zone;
    this.ports = ports;
    this.keptApart = keptApart;
  }

  /** The requests of a day, and who keeps apart from whom. */
  private record Day(List<MatchRequest.Snapshot> requests, Map<MemberId, Set<MemberId>> apart) {}

  @Override
  public DryRun run(Command command) {
    command.caller().require(Role.ADMIN);
    Category category = categories.named(command.category());
    var validation = new Validation();
    List<NamedPolicy> policies = policies(command.policies(), validation);
    LocalDate date = date(command.date(), validation);
    validation.orThrow();
    // Read at once, and replayed when the transaction is over: that takes long.
    Day day = ports.transactions().read(() -> read(category, date));
    List<WaitingRequest<Integer>> arriving = arriving(day);
    List<WaitingRequest<Integer>> narrowestFirst = Narrowest.first(category, arriving);
    List<Simulation> reports = new ArrayList<>();
    for (NamedPolicy named : policies) {
      var replay = new Replay(category, named.policy(), SEED);
      replay.run(arriving, done -> {});
      reports.add(new Report(replay, narrowestFirst).of(named.name(), Optional.empty()));
    }
    return new DryRun(category.key(), date, happened(day.requests), reports);
  }

  private static List<NamedPolicy> policies(List<String> names, Validation validation) {
    if (names.isEmpty()) {
      validation.add(new FieldError("/policies", "REQUIRED"));
    }
    if (names.size() > MOST_POLICIES) {
      validation.add(new FieldError("/policies", "TOO_MANY"));
      return List.of();
    }
    List<NamedPolicy> policies = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      String pointer = "/policies/" + place;
      NamedPolicy.of(names.get(place))
          .ifPresentOrElse(
              policies::add, () -> validation.add(new FieldError(pointer, "UNKNOWN_POLICY")));
    }
    return policies.stream().distinct().toList();
  }

  private LocalDate date(Optional<LocalDate> wanted, Validation validation) {
    LocalDate today = LocalDate.ofInstant(ports.clock().now(), zone);
    LocalDate first = today.minusDays(MOST_DAYS_AGO);
    LocalDate date = wanted.orElse(today);
    if (date.isBefore(first) || date.isAfter(today)) {
      validation.add(
          new FieldError(
              "/date", "OUT_OF_RANGE", Map.of("min", first.toString(), "max", today.toString())));
    }
    return date;
  }

  private Day read(Category category, LocalDate date) {
    List<MatchRequest.Snapshot> found =
        ports
            .requests()
            .submittedBetween(
                category.key(),
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant(),
                MOST_REQUESTS + 1);
    if (found.size() > MOST_REQUESTS) {
      throw MatchingError.DAY_TOO_BUSY.because("most", MOST_REQUESTS);
    }
    List<MatchRequest.Snapshot> waited =
        found.stream().filter(MatchRequest.Snapshot::hasBegun).toList();
    List<MemberId> members = waited.stream().flatMap(each -> each.members().stream()).toList();
    return new Day(waited, members.isEmpty() ? Map.of() : keptApart.of(Set.copyOf(members)));
  }

  /** As the engine takes them, in order of arrival: each party as one, by its place. */
  private static List<WaitingRequest<Integer>> arriving(Day day) {
    Map<MemberId, Set<Integer>> places = new HashMap<>();
    for (int place = 0; place < day.requests.size(); place++) {
      for (MemberId member : day.requests.get(place).members()) {
        places.computeIfAbsent(member, key -> new HashSet<>()).add(place);
      }
    }
    List<WaitingRequest<Integer>> arriving = new ArrayList<>();
    for (MatchRequest.Snapshot request : day.requests) {
      int place = arriving.size();
      // Whoever asked several times that day is not put together with themselves either.
      Set<Integer> avoids = new HashSet<>();
      for (MemberId member : request.members()) {
        avoids.addAll(places.getOrDefault(member, Set.of()));
        day.apart
            .getOrDefault(member, Set.of())
            .forEach(other -> avoids.addAll(places.getOrDefault(other, Set.of())));
      }
      avoids.remove(place);
      arriving.add(
          new WaitingRequest<>(
              place,
              request.people(),
              request.wish().condition(),
              request.wish().size(),
              request.submittedAt(),
              request.expiresAt(),
              request.wish().relaxations(),
              avoids,
              Set.of()));
    }
    return arriving;
  }

  private static Happened happened(List<MatchRequest.Snapshot> requests) {
    return new Happened(
        requests.stream().mapToInt(MatchRequest.Snapshot::people).sum(),
        people(requests, MatchRequestStatus.MATCHED),
        people(requests, MatchRequestStatus.EXPIRED),
        people(requests, MatchRequestStatus.CANCELLED));
  }

  private static int people(List<MatchRequest.Snapshot> requests, MatchRequestStatus status) {
    return requests.stream()
        .filter(request -> request.status() == status)
        .mapToInt(MatchRequest.Snapshot::people)
        .sum();
  }
}
