package dev.moim.domain.matching;

import java.util.Arrays;

/**
 * At what time something is due for each of some slots, at most one time for each: a binary heap
 * that knows where each slot stands, so that a time can be changed or taken back. Of slots due at
 * the same time, the lowest comes first. All changes take logarithmic time. Not thread-safe.
 */
final class DueQueue {
  private static final int NOWHERE = -1;

  private int[] heap = new int[16];
  private int[] placeOf = {};
  private long[] due = {};
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The slot that is due first. */
  int first() {
    return heap[0];
  }

  /** When the first slot is due. */
  long firstDue() {
    return due[heap[0]];
  }

  /** Sets or changes when a slot is due. */
  void set(int slot, long time) {
    reserve(slot);
    due[slot] = time;
    if (placeOf[slot] == NOWHERE) {
      placeOf[slot] = size;
      heap[size++] = slot;
    }
    up(placeOf[slot]);
    down(placeOf[slot]);
  }

  /** Takes back what is due for a slot, if anything is. */
  void remove(int slot) {
    if (slot >= placeOf.length || placeOf[slot] == NOWHERE) {
      return;
    }
    int place = placeOf[slot];
    placeOf[slot] = NOWHERE;
    int last = heap[--size];
    if (last != slot) {
      move(last, place);
      up(place);
      down(placeOf[last]);
    }
  }

  private void reserve(int slot) {
    if (slot >= placeOf.length) {
      int before = placeOf.length;
      int slots = Math.max(slot + 1, 2 * before);
      placeOf = Arrays.copyOf(placeOf, slots);
      Arrays.fill(placeOf, before, slots, NOWHERE);
      due = Arrays.copyOf(due, slots);
    }
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
  }

  private void up(int from) {
    int slot = heap[from];
    int place = from;
    while (place > 0 && isBefore(slot, heap[(place - 1) / 2])) {
      move(heap[(place - 1) / 2], place);
      place = (place - 1) / 2;
    }
    move(slot, place);
  }

  private void down(int from) {
    int slot = heap[from];
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], slot)) {
        break;
      }
      move(heap[child], place);
      place = child;
    }
    move(slot, place);
  }

  private void move(int slot, int place) {
    heap[place] = slot;
    placeOf[slot] = place;
  }

  private boolean isBefore(int one, int other) {
    return due[one] < due[other] || (due[one] == due[other] && one < other);
  }
}
