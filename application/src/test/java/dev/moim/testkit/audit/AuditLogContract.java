package dev.moim.testkit.audit;

import static dev.moim.testkit.audit.AuditEntryBuilder.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.audit.port.in.ListAuditLog;
import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditLog} keeps to. */
public abstract class AuditLogContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final long SEED = 42;

  protected abstract AuditLog log();

  private AuditEntry add(AuditEntryBuilder builder) {
    AuditEntry entry = builder.build();
    change(() -> log().add(entry));
    return entry;
  }

  private static ListAuditLog.Query everything(PageRequest page) {
    return new ListAuditLog.Query(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        page);
  }

  private List<AuditEntry> all() {
    return read(() -> log().page(everything(PageRequest.first(PageRequest.MOST)))).items();
  }

  @Test
  void what_was_added_comes_back_field_by_field() {
    List<AuditEntry> added = new ArrayList<>();
    for (AuditAction action : AuditAction.values()) {
      added.add(add(anEntry().action(action).at(NOW.minusSeconds(added.size()))));
    }
    added.add(
        add(
            anEntry()
                .at(Samples.EARLY)
                .actor(Optional.empty())
                .member(Optional.empty())
                .subject("A_KIND_OF_TWENTY_XYZ")
                .address("")
                .details(
                    Map.of("reason", "🍜".repeat(500), "tricky", Samples.TRICKY, "empty", ""))));
    added.addFirst(add(anEntry().at(Samples.FAR).address("x".repeat(45))));

    assertThat(all()).containsExactlyElementsOf(added);
  }

  @Test
  void a_rollback_leaves_nothing() {
    changeAndFail(() -> log().add(anEntry().build()));

    assertThat(all()).isEmpty();
  }

  @Test
  void turning_pages_shows_each_entry_once_although_others_are_added_meanwhile() {
    List<AuditEntry> before = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      before.add(add(anEntry().at(NOW.minusSeconds(i / 3))));
    }

    List<AuditEntry> seen =
        PageWalk.all(
            5,
            page -> read(() -> log().page(everything(page))),
            () -> add(anEntry().at(NOW.plusSeconds(1))));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(before)
        .isSortedAccordingTo(Comparator.comparing(AuditEntry::at).reversed());
  }

  @Test
  void every_combination_of_filters_shows_exactly_the_entries_that_fit() {
    MemberId actor = Samples.memberId();
    MemberId member = Samples.memberId();
    Random random = new Random(SEED);
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      AuditEntryBuilder entry =
          anEntry()
              .at(NOW.plusSeconds(random.nextInt(6)))
              .action(random.nextBoolean() ? AuditAction.ROLE_CHANGED : AuditAction.ROOM_HIDDEN);
      if (random.nextBoolean()) {
        entry.actor(random.nextBoolean() ? Optional.of(actor) : Optional.empty());
      }
      if (random.nextBoolean()) {
        entry.member(random.nextBoolean() ? Optional.of(member) : Optional.empty());
      }
      entries.add(add(entry));
    }

    for (Optional<MemberId> by : choices(actor)) {
      for (Optional<MemberId> about : choices(member)) {
        for (Optional<AuditAction> action : choices(AuditAction.ROOM_HIDDEN)) {
          for (Optional<Instant> from : choices(NOW.plusSeconds(2))) {
            for (Optional<Instant> to : choices(NOW.plusSeconds(4))) {
              List<AuditEntry> found =
                  PageWalk.all(
                      7,
                      page ->
                          read(() ->
                              log()
                                  .page(
                                      new ListAuditLog.Query(by, about, action, from, to, page))));

              Predicate<AuditEntry> fits =
                  entry ->
                      (by.isEmpty() || by.equals(entry.actor()))
                          && (about.isEmpty() || about.equals(entry.member()))
                          && (action.isEmpty() || action.get() == entry.action())
                          && (from.isEmpty() || !entry.at().isBefore(from.get()))
                          && (to.isEmpty() || entry.at().isBefore(to.get()));
              assertThat(found)
                  .as("%s %s %s %s %s", by, about, action, from, to)
                  .containsExactlyInAnyOrderElementsOf(entries.stream().filter(fits).toList())
                  .isSortedAccordingTo(Comparator.comparing(AuditEntry::at).reversed());
            }
          }
        }
      }
    }
  }

  private static <T> List<Optional<T>> choices(T value) {
    return List.of(Optional.empty(), Optional.of(value));
  }
}
