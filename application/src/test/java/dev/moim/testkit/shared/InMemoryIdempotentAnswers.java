package dev.moim.testkit.shared;

import dev.moim.application.shared.IdempotentAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Idempotent answers on an {@link InMemoryStore}. */
public final class InMemoryIdempotentAnswers implements IdempotentAnswers {
  private static final Duration LOST_AFTER = Duration.ofMinutes(1);

  private record Entry(Key key, String fingerprint, Instant claimedAt, Optional<Answer> answer) {}

  private final InMemoryStore store;
  private final InMemoryStore.Table<Key, Entry> entries;

  public InMemoryIdempotentAnswers(InMemoryStore store) {
    this.store = store;
    entries = store.table(Entry::key);
  }

  @Override
  public Claim claim(Key key, String fingerprint, Instant now) {
    return store.write(() -> {
      Optional<Entry> present = entries.find(key);
      if (present.isPresent() && !present.get().fingerprint.equals(fingerprint)) {
        return new Claim.Mismatch();
      }
      Optional<Answer> answer = present.flatMap(Entry::answer);
      if (answer.isPresent()) {
        return new Claim.Answered(answer.get());
      }
      if (present.isPresent() && now.isBefore(present.get().claimedAt.plus(LOST_AFTER))) {
        return new Claim.InProgress();
      }
      entries.put(new Entry(key, fingerprint, now, Optional.empty()));
      return new Claim.Granted();
    });
  }

  @Override
  public void complete(Key key, Answer answer) {
    store.write(() -> {
      entries
          .find(key)
          .ifPresent(entry ->
              entries.put(new Entry(key, entry.fingerprint, entry.claimedAt, Optional.of(answer))));
      return true;
    });
  }

  @Override
  public void release(Key key) {
    store.write(() -> {
      entries.remove(key);
      return true;
    });
  }

  @Override
  public int forgetBefore(Instant before) {
    return store.write(() -> {
      List<Entry> old =
          entries.all().stream().filter(entry -> entry.claimedAt.isBefore(before)).toList();
      old.forEach(entry -> entries.remove(entry.key));
      return old.size();
    });
  }
}
