package dev.moim.application.matching.service;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.matching.WaitingRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Orders requests by how many others suit them at first: whose conditions meet theirs, and some of
 * whose sizes they accept. Whoever is avoided counts as well, for that is no matter of narrowness.
 *
 * <p>For each answer to each question, a bit set says which requests it is compatible with; a
 * request is compatible with those in the intersection over its answers. Equal requests are counted
 * once. Where there are very many requests or different answers, some drawn at random stand for
 * all, so that the work stays in proportion.
 */
final class Narrowest {
  private static final int MOST_REQUESTS = 20_000;
  private static final int MOST_ANSWERS = 2_000;
  private static final int SAMPLE = 2_000;

  private Narrowest() {}

  /** What equally narrow requests have in common. */
  private record Wish(AllOf condition, GroupSize size) {
    static Wish of(WaitingRequest<Integer> request) {
      return new Wish(request.condition(), request.size());
    }
  }

  /** Something that a wish has an answer to; two wishes suit each other if all answers do. */
  private record Question<A>(Function<Wish, A> answer, BiPredicate<A, A> suits) {
    long answers(List<Wish> wishes) {
      return wishes.stream().map(answer).distinct().count();
    }

    /** For each answer to it, the places of those whom it suits. */
    Function<Wish, BitSet> suited(List<Wish> wishes, List<Wish> others) {
      Map<A, BitSet> given = new HashMap<>();
      for (int i = 0; i < others.size(); i++) {
        given.computeIfAbsent(answer.apply(others.get(i)), a -> new BitSet()).set(i);
      }
      Map<A, BitSet> suited = new HashMap<>();
      for (Wish wish : wishes) {
        suited.computeIfAbsent(
            answer.apply(wish),
            own -> {
              var all = new BitSet();
              given.forEach((other, places) -> {
                if (suits.test(own, other)) {
                  all.or(places);
                }
              });
              return all;
            });
      }
      return wish -> suited.getOrDefault(answer.apply(wish), new BitSet());
    }
  }

  /** The requests, the narrowest first; of equally narrow ones, in their given order. */
  static List<WaitingRequest<Integer>> first(
      Category category, List<WaitingRequest<Integer>> requests) {
    List<Wish> wishes = requests.stream().map(Wish::of).toList();
    List<Wish> different = wishes.stream().distinct().toList();
    List<Question<?>> questions = questions(category);
    boolean isMuch =
        wishes.size() > MOST_REQUESTS
            || questions.stream().anyMatch(each -> each.answers(different) > MOST_ANSWERS);
    List<Wish> others = isMuch ? sample(wishes) : wishes;
    List<Function<Wish, BitSet>> suited = new ArrayList<>();
    questions.forEach(question -> suited.add(question.suited(different, others)));
    Map<Wish, Integer> counts = new HashMap<>();
    for (Wish wish : different) {
      var all = new BitSet();
      all.set(0, others.size());
      suited.forEach(question -> all.and(question.apply(wish)));
      counts.put(wish, all.cardinality());
    }
    return requests.stream()
        .sorted(Comparator.comparing(request -> counts.getOrDefault(Wish.of(request), 0)))
        .toList();
  }

  private static List<Question<?>> questions(Category category) {
    var questions = new ArrayList<Question<?>>();
    questions.add(new Question<>(Wish::size, (one, two) -> one.meet(two).isPresent()));
    for (Facet facet : category.facets()) {
      questions.add(
          new Question<>(wish -> wish.condition().of(facet.key()), Narrowest::haveCommonValue));
    }
    return questions;
  }

  private static boolean haveCommonValue(
      Optional<MatchCondition> one, Optional<MatchCondition> two) {
    return one.isEmpty() || two.isEmpty() || one.get().meet(two.get()).isPresent();
  }

  /** Some at random, always the same ones. */
  private static List<Wish> sample(List<Wish> wishes) {
    var random = new SplittableRandom(1);
    return Stream.generate(() -> wishes.get(random.nextInt(wishes.size()))).limit(SAMPLE).toList();
  }
}
