package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Warnings;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.shared.InMemoryStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Warnings on an {@link InMemoryStore}. */
public final class InMemoryWarnings implements Warnings {
  private static final Comparator<Warning.Snapshot> EARLIEST_FIRST =
      Comparator.comparing(Warning.Snapshot::givenAt)
          .thenComparing(warning -> warning.id().value());

  private final InMemoryStore.Table<WarningId, Warning.Snapshot> warnings;

  public InMemoryWarnings(InMemoryStore store) {
    warnings = store.table(Warning.Snapshot::id);
  }

  @Override
  public Optional<Warning> find(WarningId id) {
    return warnings.find(id).map(Warning::restore);
  }

  @Override
  public List<Warning> of(MemberId member) {
    return warnings.all().stream()
        .filter(warning -> warning.member().equals(member))
        .sorted(EARLIEST_FIRST.reversed())
        .map(Warning::restore)
        .toList();
  }

  @Override
  public Warning.Snapshot save(Warning warning) {
    return warnings.save(warning.snapshot(), Warning.Snapshot::version, Warning.Snapshot::stored);
  }
}
