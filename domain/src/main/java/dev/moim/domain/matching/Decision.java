package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.time.Instant;
import java.util.List;

/** Something that a pool decided, in the order in which it did. */
public sealed interface Decision<K> {
  /** When it was decided. */
  Instant at();

  /** Says it to one who acts on each kind in a way of its own. */
  void tell(Listener<K> listener);

  /** One who acts on what a pool decides. */
  interface Listener<K> {
    void formed(Formed<K> decision);

    void changed(Changed<K> decision);

    void closed(Closed<K> decision);

    void dissolved(Dissolved<K> decision);

    void relaxed(Relaxed<K> decision);

    void expired(Expired<K> decision);
  }

  /**
   * A group has come into being. On what it settles is known when it is {@linkplain Closed closed};
   * until then {@link OnlineMatcher#agreed} tells what it would be.
   *
   * @param group number of the group, never used again
   * @param open whether others may still join
   */
  record Formed<K>(Instant at, long group, List<K> members, int people, boolean open)
      implements Decision<K> {
    public Formed {
      members = List.copyOf(members);
    }

    @Override
    public void tell(Listener<K> listener) {
      listener.formed(this);
    }
  }

  /**
   * An open group has other members than before: somebody joined it, left it, or changed over to or
   * from another group; nobody who was matched is without a group after that.
   *
   * @param members all members by now
   */
  record Changed<K>(Instant at, long group, List<K> members, int people, boolean open)
      implements Decision<K> {
    public Changed {
      members = List.copyOf(members);
    }

    @Override
    public void tell(Listener<K> listener) {
      listener.changed(this);
    }
  }

  /**
   * A group takes nobody any more, and nobody changes over: its members, place and time are fixed.
   *
   * @param agreed the value on which its members settle, for each facet that has one
   */
  record Closed<K>(Instant at, long group, List<K> members, AllOf agreed) implements Decision<K> {
    public Closed {
      members = List.copyOf(members);
    }

    @Override
    public void tell(Listener<K> listener) {
      listener.closed(this);
    }
  }

  /**
   * A group is no more: too few were left after somebody had withdrawn, or all its members went
   * over to other groups, of which is told before.
   *
   * @param waiting who waits again, with the age they had; nobody if all have other groups
   */
  record Dissolved<K>(Instant at, long group, List<K> waiting) implements Decision<K> {
    public Dissolved {
      waiting = List.copyOf(waiting);
    }

    @Override
    public void tell(Listener<K> listener) {
      listener.dissolved(this);
    }
  }

  /** A request asks for less from now on, as its member had agreed. */
  record Relaxed<K>(Instant at, K id, Relaxation step) implements Decision<K> {
    @Override
    public void tell(Listener<K> listener) {
      listener.relaxed(this);
    }
  }

  /** A request has waited in vain. */
  record Expired<K>(Instant at, K id) implements Decision<K> {
    @Override
    public void tell(Listener<K> listener) {
      listener.expired(this);
    }
  }
}
