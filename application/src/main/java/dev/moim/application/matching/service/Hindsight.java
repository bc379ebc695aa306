package dev.moim.application.matching.service;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.TimeWindow;
import dev.moim.domain.condition.WindowFacet;
import dev.moim.domain.matching.Candidate;
import dev.moim.domain.matching.GroupMatcher;
import dev.moim.domain.matching.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How many people could be in a group at the very most, by one who knows beforehand who will come
 * and brings together only people who wait at the same moment.
 *
 * <p>The time during which somebody waits is one more condition, a window, of which a group needs a
 * common moment; so the bound of everybody matched at once holds. Everybody counts as if they had
 * relaxed all that they agreed to from the beginning, which makes the bound looser, never wrong.
 *
 * <p>A policy that lets people join a group after the first of its members would have given up is
 * not bound by this, and may reach a little more: a chain of people of whom each meets the next.
 * The bound is the same for all policies all the same, so that they can be compared.
 */
final class Hindsight {
  private static final Duration MOMENT = Duration.ofNanos(1);

  private Hindsight() {}

  static int bound(Category category, List<WaitingRequest<Integer>> requests, long seed) {
    FacetKey presence = unusedKey(category);
    var facets = new ArrayList<>(category.facets());
    facets.add(new WindowFacet(presence, new LocalizedName("기다림", "Waiting"), MOMENT));
    var withPresence =
        new Category(
            category.key(),
            category.name(),
            facets,
            category.sizes(),
            category.usualSize(),
            category.patience());
    List<Candidate<Integer>> candidates =
        requests.stream().map(request -> candidate(request, presence)).toList();
    return GroupMatcher.match(withPresence, candidates, seed, 0).upperBound();
  }

  private static FacetKey unusedKey(Category category) {
    List<FacetKey> used = category.facets().stream().map(Facet::key).toList();
    var key = new FacetKey("waiting");
    for (int i = 2; used.contains(key); i++) {
      key = new FacetKey("waiting" + i);
    }
    return key;
  }

  private static Candidate<Integer> candidate(WaitingRequest<Integer> request, FacetKey presence) {
    var conditions =
        new TreeMap<FacetKey, MatchCondition>(request.conditionAt(Instant.MAX).facets());
    conditions.put(presence, new TimeWindow(request.submittedAt(), request.expiresAt(), MOMENT));
    return new Candidate<>(
        request.id(),
        request.people(),
        new AllOf(conditions),
        request.sizeAt(Instant.MAX),
        request.submittedAt(),
        request.avoids());
  }
}
