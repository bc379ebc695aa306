package dev.moim.application.shared;

import dev.moim.domain.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who acts on events after their commit: each at least once, those with the same key in
 * order. Each consumer has its own progress: the failure of one never repeats or delays another.
 *
 * <p>A handler may see an event again, so its effect must be idempotent or guarded by an {@link
 * Inbox}. What it throws makes the bus try again, and give up into the dead letters. Consumers are
 * immutable; events with different keys are handled at the same time.
 */
public final class EventConsumer {
  /** What to do with one kind of event. */
  @FunctionalInterface
  public interface Handler<E extends DomainEvent> {
    void handle(UUID eventId, E event);
  }

  private final String name;
  private final Optional<RetryPolicy> retry;
  private final boolean onlyWrites;
  private final Map<Class<? extends DomainEvent>, Handler<DomainEvent>> handlers;

  private EventConsumer(Builder built) {
    name = built.name;
    retry = built.retry;
    onlyWrites = built.onlyWrites;
    handlers = Map.copyOf(built.handlers);
  }

  /** Starts a consumer; its name is stable, since under it the inbox remembers what was handled. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  public String name() {
    return name;
  }

  /** How often a failed handling is tried again; empty for the bus's usual policy. */
  public Optional<RetryPolicy> retry() {
    return retry;
  }

  /** Whether several events may be handled in one transaction; see {@link Builder#onlyWriting}. */
  public boolean onlyWrites() {
    return onlyWrites;
  }

  /** The event types that this consumer acts on. */
  public Set<Class<? extends DomainEvent>> types() {
    return handlers.keySet();
  }

  /** Acts on an event; one of another type is passed over. */
  public void handle(UUID eventId, DomainEvent event) {
    Handler<DomainEvent> handler = handlers.get(event.getClass());
    if (handler != null) {
      handler.handle(eventId, event);
    }
  }

  /** Collects the handlers of a consumer. */
  public static final class Builder {
    private final String name;
    private final Map<Class<? extends DomainEvent>, Handler<DomainEvent>> handlers =
        new LinkedHashMap<>();

    private Optional<RetryPolicy> retry = Optional.empty();
    private boolean onlyWrites;

    private Builder(String name) {
      this.name = name;
    }

    /** Tries by another policy than the bus's usual one. */
    public Builder retrying(RetryPolicy policy) {
      retry = Optional.of(policy);
      return this;
    }

    /**
     * Has no effect but through {@link Transactions}, so that the bus may handle several events in
     * one transaction, and each of them for itself if nothing is kept of that.
     */
    public Builder onlyWriting() {
      onlyWrites = true;
      return this;
    }

    /** Acts on events of exactly that type. */
    public <E extends DomainEvent> Builder on(Class<E> type, Handler<? super E> handler) {
      handlers.put(type, (id, event) -> handler.handle(id, type.cast(event)));
      return this;
    }

    public EventConsumer build() {
      return new EventConsumer(this);
    }
  }
}
