package dev.moim.domain.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Category;
import dev.moim.domain.matching.MatchingPolicy.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pool in which people wait for a group, and which decides as they come: who makes a group at
 * once, who joins one that is open, who waits.
 *
 * <p><b>How it decides.</b> Whoever arrives is brought together with those for whom it matters
 * most: of all valid groups with them, the one whose members together have least to hope for
 * otherwise, which is judged by how many people who suit have arrived lately, by the time they have
 * left, and by how many they need. A group stays open to joiners until the last of those who formed
 * it would have given up, as long as it is below the greatest size that all accept; to the search
 * it is one more party that may come along, only that nothing is gained by it. Whoever has waited
 * for half of their time, and again shortly before they give up, is looked after with more effort:
 * members of other groups may then change places, so that nobody loses a group and somebody gains
 * one ({@link Rearrangement}). {@link MatchingPolicy} switches each part.
 *
 * <p><b>Data structure.</b> Who waits and each group that is not closed has a slot in columns of
 * numbers ({@link Pool}), its condition as a row of words ({@link ConditionTable}), and a bit for
 * each position of each facet in the sets of the {@link FacetIndex}, from which those who suit are
 * found 64 at a time. The row of a group is the running meet of its members', so an invalid group
 * cannot come about. What is due when stands in a {@link Timetable}.
 *
 * <p><b>What it costs.</b> To decide about an arrival takes a few microseconds, hardly more with
 * 10,000 in the pool than with 100: the search ends when enough who suit are found, of whom a few
 * are tried in a limited number of steps ({@link Scout}). Only where fewer suit, all sets are
 * passed through. Rescues take milliseconds.
 *
 * <p>Groups are valid: the number of people lies within what each accepts, the conditions have a
 * common meet, nobody avoids another. Deterministic: the same calls with the same seed give the
 * same decisions on every machine. It knows no clock; time is what it is told, and stands still
 * where that goes back. Not thread-safe.
 *
 * @param <K> identifies people; must have {@code equals} and {@code hashCode}
 */
public final class OnlineMatcher<K> {
  private static final int NOWHERE = -1;

  private final Category category;
  private final MatchingPolicy policy;
  private final Layout layout;
  private final UnitTable<K> units;
  private final Timetable<K> times;
  private final Scout<K> scout;
  private final Recomputation<K> recomputation;
  private final Rearrangement<K> rearrangement;
  private final RecentArrivals arrivals;
  private final ChanceModel chances = new ChanceModel();
  private final Avoidances nobody = new Avoidances();
  private final DecisionLog<K> decisions = new DecisionLog<>();
  private final Lookout<K> lookout;
  private long groups;

  /**
   * An empty pool.
   *
   * @param seed decides where several are equally good
   */
  public OnlineMatcher(Category category, MatchingPolicy policy, long seed) {
    this.category = category;
    this.policy = policy;
    layout = new Layout(category);
    units = new UnitTable<>(layout);
    times = new Timetable<>(policy);
    rearrangement = new Rearrangement<>(layout, units);
    arrivals = new RecentArrivals(layout);
    scout = new Scout<>(policy, layout, units, arrivals, seed);
    recomputation = new Recomputation<>(category, units, seed);
    lookout = new Lookout<>(category, policy, layout, units, arrivals, chances);
  }

  /** How many people wait. */
  public int waiting() {
    return units.waitingPeople();
  }

  /** Whether somebody waits, or is in a group that is not closed. */
  public boolean contains(K id) {
    return units.slotOf(id).isPresent();
  }

  /** When {@link #advance} will have something to do; empty if nothing is due. */
  public Optional<Instant> nextDue() {
    return times.next();
  }

  /**
   * Takes in somebody who looks for a group from now on, or once more (as after a group that fell
   * through), and does what is due.
   *
   * @return what was decided, also about others; if they had expired already, that they have
   * @throws IllegalArgumentException if they are in the pool already
   */
  public List<Decision<K>> add(WaitingRequest<K> request, Instant at) {
    doDue(at);
    requireNew(List.of(request));
    int slot = takeIn(request);
    decisions.because(Cause.ARRIVAL);
    if (slot != NOWHERE && policy.timing() instanceof Timing.AtArrival) {
      decide(slot);
    }
    foretell(request.id());
    return decided();
  }

  /**
   * Takes in many who waited already, as after a restart, without deciding about them; {@link
   * #recompute} does so.
   *
   * @return who of them had expired, besides what was due
   * @throws IllegalArgumentException if one of them is in the pool already; nobody is taken in then
   */
  public List<Decision<K>> restore(Collection<WaitingRequest<K>> requests, Instant at) {
    doDue(at);
    requireNew(requests);
    requests.stream()
        .sorted(Comparator.comparing(WaitingRequest::submittedAt))
        .forEach(this::takeIn);
    requests.forEach(request -> foretell(request.id()));
    return decided();
  }

  /**
   * Takes in a group as {@link #restoreGroup(long, Collection, Instant, Instant)} does, open until
   * the last of its members would have given up.
   */
  public List<Decision<K>> restoreGroup(
      long number, Collection<WaitingRequest<K>> members, Instant at) {
    return restoreGroup(number, members, Optional.empty(), at);
  }

  /**
   * Takes in a group that was formed already and may still change, as after a restart. Groups that
   * are formed later have greater numbers.
   *
   * <p>It takes others until the moment that is stated, even if its members would have given up
   * before that; then the moment holds whoever comes or goes, and nobody is moved into another
   * group. They are only as long as none of them would have given up: a group that must stay
   * together is restored with members whose time is over. Members whose time is over do not wait
   * again if the group falls through, but expire.
   *
   * <p>Members who avoid each other by now stay together; nobody joins who avoids one of them.
   *
   * @param number as it was when it was {@linkplain Decision.Formed formed}
   * @param openUntil when it is closed at the latest, as it was told when it was formed or changed
   * @return that it is closed, if its time was over, besides what was due
   * @throws IllegalArgumentException if a member is in the pool already, or the group is not valid
   */
  public List<Decision<K>> restoreGroup(
      long number, Collection<WaitingRequest<K>> members, Instant openUntil, Instant at) {
    return restoreGroup(number, members, Optional.of(Timetable.moment(openUntil)), at);
  }

  private List<Decision<K>> restoreGroup(
      long number, Collection<WaitingRequest<K>> members, Optional<Instant> openUntil, Instant at) {
    doDue(at);
    requireNew(members);
    List<Present<K>> present =
        members.stream()
            .map(member -> new Present<>(member, times.steps(member, now()), layout))
            .toList();
    Unit<K> group =
        openUntil
            .map(until -> Unit.group(number, present, until))
            .orElseGet(() -> Unit.group(number, present));
    if (number <= 0
        || !group.hasValidSize()
        || category.agree(present.stream().map(Present::condition).toList()).isEmpty()) {
      throw new IllegalArgumentException("not a valid group: " + number);
    }
    groups = Math.max(groups, number);
    members.forEach(units::enter);
    decisions.because(Cause.RESTORED);
    decisions.beginStep(now());
    placeGroup(group, Optional.of(group.members()));
    return decided();
  }

  /**
   * Throws people out, to take them in anew or not at all: with {@link #add} or {@link #restore} if
   * they wait, with {@link #restoreGroup} if they are in a group. So it is told of everything that
   * has changed about them since they came, as whom they avoid. Nothing is decided by this, nor
   * learnt from it, and no time passes. A group goes as a whole with each of its members.
   *
   * @param ids those who are not in the pool are of no account
   * @return everybody who is in the pool no more
   */
  public Set<K> forget(Collection<K> ids) {
    var gone = new LinkedHashSet<K>();
    for (K id : ids) {
      units
          .slotOf(id)
          .ifPresent(slot -> {
            gone.addAll(units.unit(slot).ids());
            throwOut(slot);
          });
    }
    schedulePass();
    return Collections.unmodifiableSet(gone);
  }

  /**
   * Closes a group now, whatever time it has left.
   *
   * @return that it is closed, besides what was due, which is all if the member is in no group that
   *     could still change
   */
  public List<Decision<K>> close(K member, Instant at) {
    doDue(at);
    units.slotOf(member).filter(units::isGroup).ifPresent(this::close);
    return decided();
  }

  /**
   * Lets go of somebody: who waits does so no longer, who is in a group that is not closed leaves
   * it. Nothing happens if they are not in the pool.
   *
   * @return what was decided, also about those who are left in the group
   */
  public List<Decision<K>> withdraw(K id, Instant at) {
    doDue(at);
    Optional<Integer> slot = units.slotOf(id);
    if (slot.isPresent()) {
      Unit<K> unit = units.unit(slot.get());
      remove(slot.get());
      units.leave(id);
      if (unit.isGroup()) {
        decisions.because(Cause.WITHDRAWAL);
        carryOn(unit, id);
      }
    }
    return decided();
  }

  /** Does what is due until a moment: requests relax, are rescued or expire, groups are closed. */
  public List<Decision<K>> advance(Instant at) {
    doDue(at);
    return decided();
  }

  /** Forms groups of all who are in the pool at once, where that brings more people together. */
  public List<Decision<K>> recompute(Instant at) {
    doDue(at);
    pass();
    return decided();
  }

  /** The greatest number that a group has had so far, 0 if there was none. */
  public long lastGroup() {
    return groups;
  }

  /**
   * When somebody's group is closed at the latest, as it was told when it was formed or changed;
   * empty unless they are in one that is not closed.
   */
  public Optional<Instant> openUntil(K member) {
    return units.slotOf(member).map(units::unit).filter(Unit::isGroup).map(Unit::openUntil);
  }

  /**
   * On what somebody's group would settle if it were closed now; empty unless they are in one that
   * is not closed.
   */
  public Optional<AllOf> agreed(K id) {
    return units.slotOf(id).map(units::unit).filter(Unit::isGroup).map(this::agreed);
  }

  /**
   * What somebody who waits can be told. Looks through the pool once for each value that they could
   * ask for besides.
   *
   * @throws IllegalArgumentException if they do not wait
   */
  public Outlook outlook(K id, Instant at) {
    Unit<K> unit =
        units
            .slotOf(id)
            .map(units::unit)
            .filter(found -> !found.isGroup())
            .orElseThrow(() -> new IllegalArgumentException("does not wait: " + id));
    return lookout.outlook(unit.who(), waiting(), at);
  }

  /**
   * What somebody could be told who does not wait yet, if they did; who waits is asked about as if
   * they asked for this instead. What is due is not done, and nothing that is decided later depends
   * on whether this was called.
   */
  public Outlook preview(WaitingRequest<K> wish, Instant at) {
    int others =
        units
            .slotOf(wish.id())
            .map(units::unit)
            .filter(unit -> !unit.isGroup())
            .map(unit -> waiting() - unit.people())
            .orElse(waiting());
    var who = new Present<>(wish, times.steps(wish, at), layout);
    return lookout.outlook(who, others + wish.people(), at);
  }

  // --- Time ------------------------------------------------------------------------------------

  private Instant now() {
    return times.now();
  }

  private void doDue(Instant at) {
    Instant until = Timetable.moment(at);
    while (times.isDue(until)) {
      if (times.isPassNext()) {
        times.goOnToPass();
        pass();
        schedulePass();
      } else {
        int slot = times.goOnToSlot();
        if (units.unit(slot).isGroup()) {
          close(slot);
        } else {
          attendTo(slot);
        }
      }
    }
    times.goOn(until);
    arrivals.watchFrom(times.micros());
  }

  private List<Decision<K>> decided() {
    schedulePass();
    return decisions.take();
  }

  private void schedulePass() {
    times.schedulePass(units.waitingPeople() > 0);
  }

  /** Does what is due for somebody who waits: one thing at a time, the earliest first. */
  private void attendTo(int slot) {
    Unit<K> unit = units.unit(slot);
    Present<K> who = unit.who();
    if (times.isOver(who)) {
      decisions.because(Cause.RESCUE);
      if (formAlone(slot)) {
        return;
      }
      int suitable = lookout.suitable(who);
      throwOut(slot);
      unit.forecast().ifPresent(forecast -> chances.learn(forecast, times.micros(), false));
      decisions.beginStep(now());
      decisions.expired(who.id(), suitable);
    } else if (times.isToRelax(who)) {
      relax(slot, unit);
    } else {
      unit.setRescues(unit.rescues() + 1);
      times.set(slot, unit);
      decisions.because(Cause.RESCUE);
      rescue(slot);
    }
  }

  private void relax(int slot, Unit<K> unit) {
    Present<K> who = unit.who();
    decisions.because(Cause.RELAXATION);
    decisions.beginStep(now());
    decisions.relaxed(who.id(), who.nextRelaxation());
    remove(slot);
    Unit<K> relaxed = Unit.waiting(new Present<>(who.request(), who.steps() + 1, layout));
    relaxed.setRescues(unit.rescues());
    relaxed.setForecast(unit.forecast());
    int again = place(relaxed);
    if (policy.timing() instanceof Timing.AtArrival) {
      decide(again);
    }
  }

  // --- Who is in the pool ----------------------------------------------------------------------

  private void requireNew(Collection<WaitingRequest<K>> requests) {
    var ids = new HashSet<K>();
    for (WaitingRequest<K> request : requests) {
      if (contains(request.id()) || !ids.add(request.id())) {
        throw new IllegalArgumentException("already in the pool: " + request.id());
      }
    }
  }

  /** Lets somebody wait, relaxed as far as their age says, unless they have expired. */
  private int takeIn(WaitingRequest<K> request) {
    if (!request.expiresAt().isAfter(now())) {
      decisions.beginStep(now());
      decisions.expired(request.id(), 0);
      return NOWHERE;
    }
    Instant arrival = request.submittedAt().isAfter(now()) ? now() : request.submittedAt();
    arrivals.add(new Present<>(request, 0, layout), Timetable.micros(arrival));
    units.enter(request);
    return wait(new Present<>(request, times.steps(request, now()), layout));
  }

  private int wait(Present<K> who) {
    Unit<K> unit = Unit.waiting(who);
    unit.setRescues(times.rescuesPast(who));
    return place(unit);
  }

  private int place(Unit<K> unit) {
    int slot = units.put(unit);
    times.set(slot, unit);
    return slot;
  }

  private void remove(int slot) {
    times.remove(slot);
    units.remove(slot);
  }

  /** Lets all who are in a slot leave the pool. */
  private void throwOut(int slot) {
    Unit<K> unit = units.unit(slot);
    remove(slot);
    unit.members().forEach(member -> units.leave(member.id()));
  }

  // --- Decisions -------------------------------------------------------------------------------

  private boolean decide(int slot) {
    // A party that is as large as it accepts need not wait for company.
    boolean isFull = units.pool().people(slot) == units.pool().most(slot);
    return form(scout.find(slot, now())) || (isFull && formAlone(slot));
  }

  private void rescue(int slot) {
    boolean last = units.unit(slot).rescues() == Timetable.RESCUES;
    if (!last && !(policy.timing() instanceof Timing.AtArrival)) {
      return;
    }
    // Recent partners only come together if there is no other way, and then at the very last.
    if (rescue(slot, false) || (last && rescue(slot, true))) {
      return;
    }
    if (last) {
      formAlone(slot);
    }
  }

  /** Makes a group of a party that is one by itself. */
  private boolean formAlone(int slot) {
    if (units.pool().isGroupAlone(slot)) {
      replace(new int[] {slot}, List.of(units.unit(slot).members()));
      return true;
    }
    return false;
  }

  private boolean rescue(int slot, boolean withRecentPartners) {
    Avoidances apart = withRecentPartners ? nobody : units.recent();
    if (form(scout.findForRescue(slot, apart, now()))) {
      return true;
    }
    if (!policy.rearranging()) {
      return false;
    }
    Optional<Rearrangement.Result<K>> result =
        rearrangement.find(slot, this::isMovable, withRecentPartners);
    result.ifPresent(better ->
        replace(better.slots().stream().mapToInt(Integer::intValue).toArray(), better.groups()));
    return result.isPresent();
  }

  private boolean isMovable(int slot) {
    return units.unit(slot).firstExpiry().isAfter(now());
  }

  /** Makes a group of some units, unless it is but one. */
  private boolean form(int[] slots) {
    if (slots.length < 2) {
      return false;
    }
    var members = new ArrayList<Present<K>>();
    for (int slot : slots) {
      members.addAll(units.unit(slot).members());
    }
    replace(slots, List.of(members));
    return true;
  }

  /** Puts groups in the place of units; each keeps the number of the group it has most of. */
  private void replace(int[] slots, List<List<Present<K>>> found) {
    decisions.beginStep(now());
    var before = new ArrayList<Unit<K>>();
    for (int slot : slots) {
      Unit<K> unit = units.unit(slot);
      if (unit.isGroup()) {
        before.add(unit);
      } else {
        unit.forecast().ifPresent(forecast -> chances.learn(forecast, times.micros(), true));
      }
      remove(slot);
    }
    for (List<Present<K>> members : found) {
      Optional<Unit<K>> most = mostOf(members, before);
      most.ifPresent(before::remove);
      placeGroup(
          most.map(group -> group.with(members)).orElseGet(() -> Unit.group(++groups, members)),
          most.map(Unit::members));
    }
    for (Unit<K> gone : before) {
      decisions.dissolved(gone, List.of());
    }
  }

  /** The group to which most of these belonged, if any did. */
  private static <K> Optional<Unit<K>> mostOf(List<Present<K>> members, List<Unit<K>> groups) {
    Optional<Unit<K>> most = Optional.empty();
    long mostInCommon = 0;
    for (Unit<K> group : groups) {
      long common = members.stream().filter(group.members()::contains).count();
      if (common > mostInCommon) {
        most = Optional.of(group);
        mostInCommon = common;
      }
    }
    return most;
  }

  /** What is left of a group after somebody has gone. */
  private void carryOn(Unit<K> group, K gone) {
    decisions.beginStep(now());
    List<Present<K>> rest =
        group.members().stream().filter(member -> !member.id().equals(gone)).toList();
    Unit<K> smaller = group.with(rest);
    if (rest.size() > 1 && smaller.hasValidSize()) {
      placeGroup(smaller, Optional.of(group.members()));
      return;
    }
    decisions.dissolved(group, smaller.ids());
    List<Integer> slots = new ArrayList<>();
    for (Present<K> member : rest) {
      if (!times.isOver(member)) {
        slots.add(wait(relaxed(member)));
      }
    }
    for (Present<K> member : rest) {
      if (!contains(member.id())) {
        int suitable = lookout.suitable(member);
        units.leave(member.id());
        decisions.expired(member.id(), suitable);
      }
    }
    if (policy.timing() instanceof Timing.AtArrival) {
      // Whoever comes first may take the others along.
      rest.forEach(member ->
          units.slotOf(member.id()).filter(slots::contains).ifPresent(this::decideIfWaiting));
    }
  }

  /** Tells of the relaxations that have become due while somebody was in a group. */
  private Present<K> relaxed(Present<K> member) {
    Present<K> relaxed = member;
    while (times.isToRelax(relaxed)) {
      decisions.relaxed(member.id(), relaxed.nextRelaxation());
      relaxed = new Present<>(member.request(), relaxed.steps() + 1, layout);
    }
    return relaxed;
  }

  private void decideIfWaiting(int slot) {
    if (!units.unit(slot).isGroup()) {
      decide(slot);
    }
  }

  /**
   * @param before its members until now, if it existed
   */
  private void placeGroup(Unit<K> group, Optional<List<Present<K>>> before) {
    boolean full = group.people() >= group.most();
    boolean open = policy.joiners() && !full;
    boolean movable = policy.rearranging() && policy.rescueLead().isPositive();
    boolean changed = before.isEmpty() || !before.get().equals(group.members());
    if ((open || movable) && times.closesAt(group).isAfter(now())) {
      place(group);
      if (changed) {
        decisions.grouped(group, before.isPresent(), open);
      }
    } else {
      group.members().forEach(member -> units.leave(member.id()));
      if (changed) {
        decisions.groupedForGood(group, before.isPresent());
      }
      decisions.closed(group, agreed(group));
    }
  }

  private AllOf agreed(Unit<K> group) {
    // A party's wish counts once for each of its people.
    List<AllOf> wishes =
        group.members().stream()
            .flatMap(member -> Collections.nCopies(member.people(), member.condition()).stream())
            .toList();
    return category
        .agree(wishes)
        .orElseThrow(() -> new IllegalStateException("a group without a common condition"));
  }

  /** Nobody joins or changes any more. */
  private void close(int slot) {
    decisions.because(Cause.TIME);
    decisions.beginStep(now());
    Unit<K> group = units.unit(slot);
    throwOut(slot);
    decisions.closed(group, agreed(group));
  }

  /** Matches all at once. */
  private void pass() {
    times.endPass();
    decisions.because(Cause.RECOMPUTATION);
    recomputation.find(policy.joiners()).forEach(this::form);
  }

  // --- What can be told ------------------------------------------------------------------------

  /** Notes what is foretold for somebody, if they wait, to learn from what comes of it. */
  private void foretell(K id) {
    int slot = units.slotOf(id).orElse(NOWHERE);
    if (slot != NOWHERE && !units.isGroup(slot)) {
      scout.estimateArrivals(slot, now());
      Present<K> who = units.unit(slot).who();
      units
          .unit(slot)
          .setForecast(
              Optional.of(new ChanceModel.Forecast(times.micros(), lookout.prospects(who, now()))));
    }
  }
}
