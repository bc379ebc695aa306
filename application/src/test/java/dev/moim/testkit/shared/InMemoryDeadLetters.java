package dev.moim.testkit.shared;

import dev.moim.application.shared.DeadLetters;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Dead letters on an {@link InMemoryStore}. */
public final class InMemoryDeadLetters implements DeadLetters {
  private record Key(String consumer, UUID message) {}

  private final InMemoryStore.Table<Key, DeadLetter> letters;

  public InMemoryDeadLetters(InMemoryStore store) {
    letters = store.table(letter -> new Key(letter.consumer(), letter.message().id()));
  }

  @Override
  public void add(DeadLetter letter) {
    if (letters.find(new Key(letter.consumer(), letter.message().id())).isEmpty()) {
      letters.put(letter);
    }
  }

  @Override
  public List<DeadLetter> latest(int limit) {
    return letters.all().stream()
        .sorted(Comparator.comparing(DeadLetter::at).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public void removeAllOf(String key) {
    letters.all().stream()
        .filter(letter -> letter.message().key().equals(key))
        .forEach(letter -> letters.remove(new Key(letter.consumer(), letter.message().id())));
  }
}
