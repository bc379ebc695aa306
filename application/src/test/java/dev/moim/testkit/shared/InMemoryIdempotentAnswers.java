package dev.moim.testkit.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.application.shared.IdempotentAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Idempotent answers on an {@link InMemoryStore}. */
public final class InMemoryIdempotentAnswers implements IdempotentAnswers {
  private record Entry(Key key, Kept kept, Instant keptAt) {}

  private final InMemoryStore store;
  private final InMemoryStore.Table<Key, Entry> entries;

  public InMemoryIdempotentAnswers(InMemoryStore store) {
    this.store = store;
    entries = store.table(Entry::key);
  }

  @Override
  public Optional<Kept> find(Key key) {
    return store.read(() -> entries.find(key).map(Entry::kept));
  }

  @Override
  public void keep(Key key, String fingerprint, Answer answer, Instant now) {
    store.write(() -> {
      if (entries.find(key).isPresent()) {
        throw new ConcurrencyConflict(key + " has an answer already");
      }
      entries.put(new Entry(key, new Kept(fingerprint, answer), now));
      return true;
    });
  }

  @Override
  public int forgetBefore(Instant before) {
    return store.write(() -> {
      List<Entry> old =
          entries.all().stream().filter(entry -> entry.keptAt.isBefore(before)).toList();
      old.forEach(entry -> entries.remove(entry.key));
      return old.size();
    });
  }
}
