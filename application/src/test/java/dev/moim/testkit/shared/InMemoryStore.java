package dev.moim.testkit.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Tables in memory with real transactions, for the fakes of the repositories.
 *
 * <p>A transaction collects its changes beside the tables, where only its own thread sees them. The
 * commit takes the one lock there is, checks that nothing the transaction changed was changed by
 * others since (first committer wins) and that unique keys are still unique, and only then applies
 * everything. Reading sees what is committed at that moment, overlaid with one's own changes. Rows
 * must be immutable.
 */
public final class InMemoryStore {
  private final Object commits = new Object();
  private final Map<Thread, Unit> running = new ConcurrentHashMap<>();

  /** A new, empty table whose rows are told apart by that key. */
  public <K, V> Table<K, V> table(Function<V, K> key) {
    return new Table<>(key, UnaryOperator.identity());
  }

  /** As {@link #table(Function)}; new rows get their last touch in the order of their commits. */
  public <K, V> Table<K, V> table(Function<V, K> key, UnaryOperator<V> atCommit) {
    return new Table<>(key, atCommit);
  }

  <T> T read(Supplier<T> work) {
    return running.get(Thread.currentThread()) == null ? run(new Unit(false), work) : work.get();
  }

  <T> T write(Supplier<T> work) {
    Unit unit = running.get(Thread.currentThread());
    if (unit == null) {
      return run(new Unit(true), work);
    }
    unit.requireWrite();
    return work.get();
  }

  /** What became of each; empty, and nothing is kept, if one failed and had changed something. */
  Optional<List<Supplier<Object>>> writeTogether(List<? extends Supplier<?>> works) {
    try {
      return Optional.of(write(() -> works.stream().map(this::outcome).toList()));
    } catch (NotTogether e) {
      return Optional.empty();
    }
  }

  private Supplier<Object> outcome(Supplier<?> work) {
    Unit unit = running();
    unit.changed = false;
    try {
      Object result = work.get();
      return () -> result;
    } catch (DomainException refusal) {
      if (unit.changed) {
        throw new NotTogether();
      }
      return () -> {
        throw refusal;
      };
    } catch (ConcurrencyConflict conflict) {
      throw conflict;
    } catch (RuntimeException e) {
      throw new NotTogether();
    }
  }

  private static final class NotTogether extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Runs something after the commit of the running transaction, unless it fails. */
  void afterCommit(Runnable effect) {
    Unit unit = running();
    unit.requireWrite();
    unit.changed = true;
    unit.afterCommit.add(effect);
  }

  private <T> T run(Unit unit, Supplier<T> work) {
    running.put(Thread.currentThread(), unit);
    T result;
    try {
      result = work.get();
      unit.commit();
    } finally {
      running.remove(Thread.currentThread());
      unit.forget();
    }
    unit.afterCommit.forEach(Runnable::run);
    return result;
  }

  private Unit running() {
    Unit unit = running.get(Thread.currentThread());
    if (unit == null) {
      throw new IllegalStateException("this needs a running transaction");
    }
    return unit;
  }

  /** One transaction; equal only to itself. */
  private final class Unit {
    private final boolean writes;
    private final Set<Table<?, ?>> touched = new LinkedHashSet<>();
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();

    /** Whether the work that runs has changed something. */
    private boolean changed;

    private Unit(boolean writes) {
      this.writes = writes;
    }

    private void requireWrite() {
      if (!writes) {
        throw new IllegalStateException("a transaction that only reads changes nothing");
      }
    }

    private void commit() {
      synchronized (commits) {
        touched.forEach(table -> table.check(this));
        touched.forEach(table -> table.apply(this));
      }
    }

    private void forget() {
      touched.forEach(table -> table.forget(this));
    }
  }

  /** What a transaction made of a row: as it was committed at that time, and as it shall be. */
  private record Change<V>(Optional<V> base, Optional<V> next) {}

  private record UniqueKey<V>(
      Function<V, Optional<Object>> key, Supplier<? extends RuntimeException> refusal) {}

  /** Rows of one kind. Every method needs a running transaction. */
  public final class Table<K, V> {
    private final Function<V, K> key;
    private final UnaryOperator<V> atCommit;
    private final List<UniqueKey<V>> uniqueKeys = new ArrayList<>();
    private final Map<Unit, Map<K, Change<V>>> pending = new ConcurrentHashMap<>();
    private final Map<Unit, Map<K, Optional<V>>> seen = new ConcurrentHashMap<>();

    /** In order of first commit; guarded by {@link #commits}. */
    private final Map<K, V> committed = new LinkedHashMap<>();

    private Table(Function<V, K> key, UnaryOperator<V> atCommit) {
      this.key = key;
      this.atCommit = atCommit;
    }

    /**
     * Refuses rows that share this key with another; an empty key collides with none. Whoever meets
     * a committed row gets the refusal; whoever loses a race at commit gets a {@link
     * ConcurrencyConflict}, and the refusal when trying again.
     */
    public Table<K, V> unique(
        Function<V, Optional<Object>> uniqueKey, Supplier<? extends RuntimeException> refusal) {
      uniqueKeys.add(new UniqueKey<>(uniqueKey, refusal));
      return this;
    }

    public Optional<V> find(K wanted) {
      Unit unit = running();
      Change<V> change = changes(unit).get(wanted);
      if (change != null) {
        return change.next;
      }
      Optional<V> row = committed(wanted);
      see(unit, wanted, row);
      return row;
    }

    public List<V> all() {
      Map<K, V> rows;
      synchronized (commits) {
        rows = new LinkedHashMap<>(committed);
      }
      Unit unit = running();
      rows.forEach((row, value) -> see(unit, row, Optional.of(value)));
      changes(unit)
          .forEach((row, change) ->
              change.next.ifPresentOrElse(next -> rows.put(row, next), () -> rows.remove(row)));
      return List.copyOf(rows.values());
    }

    public void put(V row) {
      for (UniqueKey<V> unique : uniqueKeys) {
        if (collides(unique, row, all())) {
          throw unique.refusal.get();
        }
      }
      change(key.apply(row), Optional.of(row));
    }

    public void remove(K row) {
      change(row, Optional.empty());
    }

    /** Stores a row's next version if the given one is the version that is stored. */
    public V save(V given, Function<V, Version> version, UnaryOperator<V> stored) {
      K id = key.apply(given);
      Version present = find(id).map(version).orElse(Version.NEW);
      if (!present.equals(version.apply(given))) {
        throw new ConcurrencyConflict(id + " has " + present + ", not " + version.apply(given));
      }
      V next = stored.apply(given);
      put(next);
      return next;
    }

    private void change(K row, Optional<V> next) {
      Unit unit = running();
      unit.requireWrite();
      unit.changed = true;
      unit.touched.add(this);
      Map<K, Change<V>> changes = pending.computeIfAbsent(unit, u -> new LinkedHashMap<>());
      Change<V> earlier = changes.get(row);
      Optional<V> base = earlier == null ? seen(unit, row) : earlier.base;
      changes.put(row, new Change<>(base, next));
    }

    /** What a change rests on is what the work saw first, not what has been committed since. */
    private void see(Unit unit, K row, Optional<V> value) {
      if (unit.writes) {
        unit.touched.add(this);
        seen.computeIfAbsent(unit, u -> new HashMap<>()).putIfAbsent(row, value);
      }
    }

    private Optional<V> seen(Unit unit, K row) {
      Optional<V> value = seen.getOrDefault(unit, Map.of()).get(row);
      return value == null ? committed(row) : value;
    }

    private void forget(Unit unit) {
      pending.remove(unit);
      seen.remove(unit);
    }

    private Map<K, Change<V>> changes(Unit unit) {
      return pending.getOrDefault(unit, Map.of());
    }

    private Optional<V> committed(K row) {
      synchronized (commits) {
        return Optional.ofNullable(committed.get(row));
      }
    }

    private void check(Unit unit) {
      Map<K, Change<V>> changes = changes(unit);
      changes.forEach((row, change) -> {
        if (!committed(row).equals(change.base)) {
          throw new ConcurrencyConflict(row + " was changed by another transaction");
        }
      });
      List<V> others =
          committed.entrySet().stream()
              .filter(row -> !changes.containsKey(row.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      changes.values().stream()
          .flatMap(change -> change.next.stream())
          .forEach(next -> {
            if (uniqueKeys.stream().anyMatch(unique -> collides(unique, next, others))) {
              throw new ConcurrencyConflict(key.apply(next) + " is not unique any more");
            }
          });
    }

    private void apply(Unit unit) {
      changes(unit)
          .forEach((row, change) -> {
            if (change.next.isEmpty()) {
              committed.remove(row);
            } else if (change.base.isEmpty()) {
              committed.put(row, atCommit.apply(change.next.get()));
            } else {
              committed.put(row, change.next.get());
            }
          });
    }

    private boolean collides(UniqueKey<V> unique, V row, List<V> others) {
      Optional<Object> wanted = unique.key.apply(row);
      return wanted.isPresent()
          && others.stream()
              .filter(other -> !key.apply(other).equals(key.apply(row)))
              .anyMatch(other -> unique.key.apply(other).equals(wanted));
    }
  }
}
