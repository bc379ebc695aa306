package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.PoolInspection;
import dev.moim.application.matching.port.in.PoolView;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import java.time.Instant;
import java.util.List;

/** Shows how categories are matched. */
final class PoolViews {
  private final Categories categories;
  private final MatchingSettings settings;
  private final LivePools pools;
  private final MatchingPorts ports;

  PoolViews(
      Categories categories, MatchingSettings settings, LivePools pools, MatchingPorts ports) {
    this.categories = categories;
    this.settings = settings;
    this.pools = pools;
    this.ports = ports;
  }

  List<PoolView> list() {
    Instant now = ports.clock().now();
    return ports
        .transactions()
        .read(() -> categories.all().stream().map(category -> view(category, now)).toList());
  }

  private PoolView view(Category category, Instant now) {
    PoolSettings pool = settings.of(category.key());
    return new PoolView(
        category.key(), waiting(category, now), pool.acceptance(), pool.relaxations());
  }

  private long waiting(Category category, Instant now) {
    return ports.requests().countWaiting(category.key(), now);
  }

  List<PoolInspection> inspect(Caller caller) {
    caller.require(Role.ADMIN);
    Instant now = ports.clock().now();
    return ports
        .transactions()
        .read(() ->
            categories.all().stream()
                .map(category -> pools.inspect(category.key(), waiting(category, now), now))
                .toList());
  }
}
