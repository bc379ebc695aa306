package dev.moim.domain.condition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A range of levels, both ends included, such as 3–7. Never empty. */
public record Range(int from, int to) implements MatchCondition {
  public Range {
    if (from > to) {
      throw new IllegalArgumentException("a range ends before it starts: " + from + "-" + to);
    }
  }

  @Override
  public Optional<MatchCondition> meet(MatchCondition other) {
    if (!(other instanceof Range that)) {
      return Optional.empty();
    }
    int start = Math.max(from, that.from);
    int end = Math.min(to, that.to);
    return start > end ? Optional.empty() : Optional.of(new Range(start, end));
  }

  @Override
  public Set<String> values() {
    return (long) to - from >= MOST_VALUES
        ? Set.of()
        : IntStream.rangeClosed(from, to)
            .mapToObj(Integer::toString)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, Object> plain() {
    return Map.of("from", from, "to", to);
  }
}
