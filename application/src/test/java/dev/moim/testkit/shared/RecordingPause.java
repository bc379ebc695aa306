package dev.moim.testkit.shared;

import dev.moim.application.shared.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pauses that are only written down. */
public final class RecordingPause implements Pause {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  public void of(Duration duration) {
    pauses.add(duration);
  }

  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
