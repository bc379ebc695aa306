package dev.moim.testkit.shared;

import dev.moim.application.shared.EventCodec;
import dev.moim.domain.shared.DomainEvent;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A codec that keeps the events, and writes only where it finds them again. */
public final class RememberingEventCodec implements EventCodec {
  private final Map<Encoded, DomainEvent> events = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  @Override
  public Encoded encode(DomainEvent event) {
    Encoded encoded =
        new Encoded(type(event.getClass()), "{\"remembered\": " + count.incrementAndGet() + "}");
    events.put(encoded, event);
    return encoded;
  }

  @Override
  public DomainEvent decode(Encoded encoded) {
    DomainEvent event = events.get(encoded);
    if (event == null) {
      throw new IllegalArgumentException("nothing is remembered for " + encoded);
    }
    return event;
  }

  private static String type(Class<?> event) {
    String[] packages = event.getPackageName().split("\\.", -1);
    String name = event.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
    return packages[packages.length - 1] + "." + name.toLowerCase(Locale.ROOT) + ".v1";
  }
}
