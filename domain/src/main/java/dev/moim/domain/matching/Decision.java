package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that a pool decided, in the order in which it did.
 *
 * <p>Decisions of the same {@link #step} hold together or not at all: of several groups between
 * which members change over, of a group and those who wait again because of it, of one that is
 * formed and closed at once. Those of different steps may be put into effect one by one; a later
 * step may build on what an earlier one did with the same people.
 */
public sealed interface Decision<K> {
  /** When it was decided. */
  Instant at();

  /** The number of the step to which it belongs, greater than those of all steps before. */
  long step();

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
   * @param openUntil when it is closed at the latest: until then it takes others whenever it has
   *     room. While it has none, it is closed earlier, when the first of its members would have
   *     given up. Empty if it is closed in the same step
   */
  record Formed<K>(
      Instant at,
      long step,
      Cause cause,
      long group,
      List<K> members,
      int people,
      boolean open,
      Optional<Instant> openUntil)
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
   * A group has other members than before: somebody joined it, left it, or changed over to or from
   * another group; nobody who was matched is without a group after that.
   *
   * @param members all members by now
   * @param open whether others may still join
   * @param openUntil as of {@link Formed}
   */
  record Changed<K>(
      Instant at,
      long step,
      Cause cause,
      long group,
      List<K> members,
      int people,
      boolean open,
      Optional<Instant> openUntil)
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
   * A group takes nobody any more, and nobody changes over: its members, place and time are
   * settled.
   *
   * @param agreed the value on which its members settle, for each facet that has one
   */
  record Closed<K>(Instant at, long step, Cause cause, long group, List<K> members, AllOf agreed)
      implements Decision<K> {
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
   * @param waiting who waits again, with the age they had; nobody if all have other groups. Those
   *     of them whose time is over {@linkplain Expired expire} in the same step
   */
  record Dissolved<K>(Instant at, long step, Cause cause, long group, List<K> waiting)
      implements Decision<K> {
    public Dissolved {
      waiting = List.copyOf(waiting);
    }

    @Override
    public void tell(Listener<K> listener) {
      listener.dissolved(this);
    }
  }

  /** A request asks for less from now on, as its member had agreed. */
  record Relaxed<K>(Instant at, long step, K id, Relaxation relaxation) implements Decision<K> {
    @Override
    public void tell(Listener<K> listener) {
      listener.relaxed(this);
    }
  }

  /**
   * A request has waited in vain.
   *
   * @param suitable how many of the others suited it at the end, each by themselves, in groups that
   *     might still grow too: with some of them, no group was possible all the same. 0 if it had
   *     expired before it was taken in
   */
  record Expired<K>(Instant at, long step, K id, int suitable) implements Decision<K> {
    @Override
    public void tell(Listener<K> listener) {
      listener.expired(this);
    }
  }
}
