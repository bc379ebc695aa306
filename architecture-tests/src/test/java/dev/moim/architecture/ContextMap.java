package dev.moim.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which context may know which, and what each shows to the others.
 *
 * <p>Everybody may know {@code shared}. To <em>use</em> a context is to call its use cases ({@code
 * application.<context>.port.in}) and to hold the domain types that it publishes; to <em>hear</em>
 * it is to act on its events. Nothing else of a context is open: neither its aggregates, nor its
 * other domain types, nor its driven ports, nor its services. A dependency that is not in this
 * table is a decision to be taken, and written down here; one that no code needs is taken out.
 */
record ContextMap(Map<String, Context> contexts) {
  static final String SHARED = "shared";

  static final ContextMap MOIM =
      of(
          context(SHARED),
          // A language of values, without aggregates: all of it may be spoken by others.
          context("condition").publishesAll(),
          context("member").publishes("Caller", "Role"),
          context("meeting")
              .uses("condition", "member")
              .publishes("AbsenceReason", "CallOffReason", "MeetingSource", "MeetingStatus"),
          context("room")
              .uses("condition", "member", "meeting")
              .hears("member", "meeting")
              .publishes("RoomError"),
          context("matching")
              .uses("condition", "member", "meeting", "room")
              .hears("member", "meeting", "room"),
          context("notification")
              .uses("condition", "member", "room")
              .hears("member", "room", "matching", "meeting", "moderation"),
          context("moderation").uses("member"),
          context("audit").uses("member").hears("member", "moderation", "room"));

  /**
   * What one context may know and what it shows.
   *
   * @param published simple names of the domain types that others may hold; its events need no
   *     mention
   * @param open whether others may hold all its domain types
   */
  record Context(
      String name, Set<String> uses, Set<String> hears, Set<String> published, boolean open) {
    Context uses(String... others) {
      return new Context(name, Set.of(others), hears, published, open);
    }

    Context hears(String... others) {
      return new Context(name, uses, Set.of(others), published, open);
    }

    Context publishes(String... types) {
      return new Context(name, uses, hears, Set.of(types), open);
    }

    Context publishesAll() {
      return new Context(name, uses, hears, published, true);
    }

    boolean shows(String domainType) {
      return open || published.contains(domainType);
    }
  }

  static Context context(String name) {
    return new Context(name, Set.of(), Set.of(), Set.of(), false);
  }

  static ContextMap of(Context... contexts) {
    Map<String, Context> byName = new LinkedHashMap<>();
    Arrays.stream(contexts).forEach(context -> byName.put(context.name(), context));
    return new ContextMap(byName);
  }

  Optional<Context> find(String name) {
    return Optional.ofNullable(contexts.get(name));
  }
}
