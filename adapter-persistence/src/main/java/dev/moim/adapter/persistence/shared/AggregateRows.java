package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.shared.Version;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityGraph;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Loads and stores the rows of one kind of aggregate, and refuses what was made from a state that
 * is no longer the stored one. What others commit at the same time is found out by the statement
 * that writes the row, at the end of the transaction.
 */
public final class AggregateRows<R extends VersionedRow> {
  private final CurrentSession current;
  private final Class<R> type;
  private final Supplier<R> blank;
  private final String[] parts;

  /**
   * @param parts names of the collections that are loaded in the same statement as the row
   */
  public AggregateRows(CurrentSession current, Class<R> type, Supplier<R> blank, String... parts) {
    this.current = current;
    this.type = type;
    this.blank = blank;
    this.parts = parts.clone();
  }

  public Optional<R> find(UUID id) {
    return Optional.ofNullable(load(current.reading(), id));
  }

  /**
   * Stores a state; returns its row, with the advanced version.
   *
   * @param from the version of the state before this save
   * @param state writes the state into the row's columns
   * @throws ConcurrencyConflict if that version is not the stored one
   */
  public R save(UUID id, Version from, Consumer<R> state) {
    return from.isNew() ? add(id, state) : change(id, from, state);
  }

  private R add(UUID id, Consumer<R> state) {
    R row = blank.get();
    row.beginAt(id);
    state.accept(row);
    Session session = current.writing();
    // Hibernate sends inserts before updates: what this one may need to have changed goes first.
    if (current.changed().remove(type)) {
      session.flush();
    }
    try {
      session.persist(row);
    } catch (EntityExistsException e) {
      throw new ConcurrencyConflict(type.getSimpleName() + " " + id + " exists", e);
    }
    return row;
  }

  private R change(UUID id, Version from, Consumer<R> state) {
    Session session = current.writing();
    R row = load(session, id);
    if (row == null || !row.version().equals(from)) {
      throw new ConcurrencyConflict(type.getSimpleName() + " " + id + " is not at " + from);
    }
    if (row.isSaved()) {
      session.flush();
    }
    state.accept(row);
    row.markSaved();
    current.changed().add(type);
    return row;
  }

  private @Nullable R load(Session session, UUID id) {
    if (parts.length == 0) {
      // Without a graph, of which Hibernate would make a new statement each time.
      return session.find(type, id);
    }
    EntityGraph<R> whole = session.createEntityGraph(type);
    for (String part : parts) {
      whole.addAttributeNode(part);
    }
    return session.find(whole, id);
  }
}
