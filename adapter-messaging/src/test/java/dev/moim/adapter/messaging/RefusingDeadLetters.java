package dev.moim.adapter.messaging;

import dev.moim.application.shared.DeadLetters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Dead letters of which as many cannot be kept as is said. */
final class RefusingDeadLetters implements DeadLetters {
  private final DeadLetters letters;
  private final AtomicInteger toRefuse = new AtomicInteger();

  RefusingDeadLetters(DeadLetters letters) {
    this.letters = letters;
  }

  void refuse(int next) {
    toRefuse.set(next);
  }

  @Override
  public void add(DeadLetter letter) {
    if (toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("no place for letters");
    }
    letters.add(letter);
  }

  @Override
  public List<DeadLetter> latest(int limit) {
    return letters.latest(limit);
  }

  @Override
  public void removeAllOf(String key) {
    letters.removeAllOf(key);
  }
}
