package dev.moim.adapter.persistence.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.shared.Version;
import jakarta.persistence.EntityExistsException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Loads and stores the rows of one kind of aggregate, and refuses what was made from a state that
 * is no longer the stored one. What others commit at the same time is found out by the statement
 * that writes the row, at the end of the transaction.
 *
 * <p>What belongs to an aggregate as a whole is mapped to be fetched by a join: a statement that
 * Hibernate makes once. One that a graph asks for it would make anew each time.
 */
public final class AggregateRows<R extends VersionedRow> {
  private final CurrentSession current;
  private final Class<R> type;
  private final Supplier<R> blank;

  /** For one kind, of whose rows {@code blank} makes new ones. */
  public AggregateRows(CurrentSession current, Class<R> type, Supplier<R> blank) {
    this.current = current;
    this.type = type;
    this.blank = blank;
  }

  public Optional<R> find(UUID id) {
    return Optional.ofNullable(current.reading().find(type, id));
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
    R row = session.find(type, id);
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
}
