package dev.moim.domain.moderation;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A member's word that something should not be as it is. It is open until a manager decides about
 * its subject; then all open reports on that subject are closed together, with one decision.
 *
 * <p>A member has {@link #MOST_OPEN} places for open reports. Each open report takes one of them,
 * so that a store which keeps places apart holds the limit however many are filed at once.
 */
public final class Report {
  /** How many reports of one member may be open at a time. */
  public static final int MOST_OPEN = 20;

  private final ReportId id;
  private final MemberId reporter;
  private final Subject subject;
  private final Evidence evidence;
  private final String reason;
  private final int place;
  private final Instant reportedAt;
  private final Version version;
  private Optional<Decision> decision;
  private final List<ReportEvent> events = new ArrayList<>();

  private Report(Snapshot state) {
    id = state.id;
    reporter = state.reporter;
    subject = state.subject;
    evidence = state.evidence;
    reason = state.reason;
    place = state.place;
    reportedAt = state.reportedAt;
    decision = state.decision;
    version = state.version;
  }

  /**
   * A new report. That the reporter sees the subject is for the caller to check.
   *
   * @param reason 1–500 code points
   * @param open the reporter's reports that are open
   * @throws dev.moim.domain.shared.DomainException OWN_CONTENT, ALREADY_REPORTED, TOO_MANY_REPORTS,
   *     INVALID_INPUT
   */
  public static Report file(
      ReportId id,
      MemberId reporter,
      Subject subject,
      Evidence evidence,
      String reason,
      Collection<Snapshot> open,
      Instant now) {
    if (evidence.author().equals(reporter)) {
      throw ModerationError.OWN_CONTENT.exception();
    }
    if (open.stream().anyMatch(report -> report.subject().equals(subject))) {
      throw ModerationError.ALREADY_REPORTED.exception();
    }
    Report report =
        new Report(
            new Snapshot(
                id,
                reporter,
                subject,
                evidence,
                Checks.text(reason, 1, 500, "reason"),
                freePlace(open),
                now,
                Optional.empty(),
                Version.NEW));
    report.events.add(new ReportEvent.ReportFiled(id, subject, reporter, now));
    return report;
  }

  private static int freePlace(Collection<Snapshot> open) {
    Set<Integer> taken = open.stream().map(Snapshot::place).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, MOST_OPEN)
        .filter(place -> !taken.contains(place))
        .findFirst()
        .orElseThrow(() -> ModerationError.TOO_MANY_REPORTS.because("most", MOST_OPEN));
  }

  /** The report as stored; raises no event. */
  public static Report restore(Snapshot state) {
    return new Report(state);
  }

  /**
   * Closes the report, and tells that it was decided. The other open reports on its subject are to
   * be closed with the same decision.
   *
   * @param address from where it is decided
   * @throws dev.moim.domain.shared.DomainException REPORT_DECIDED if it was closed before, OWN_CASE
   *     if whoever decides is the author of what was reported
   */
  public void decide(Decision made, String address) {
    close(made);
    events.add(
        new ReportEvent.ReportDecided(
            id,
            subject,
            evidence.author(),
            made.outcome(),
            made.by(),
            address,
            made.note(),
            made.at()));
  }

  /**
   * Closes the report with what was decided about its subject.
   *
   * @throws dev.moim.domain.shared.DomainException REPORT_DECIDED, OWN_CASE as {@link #decide}
   */
  public void close(Decision made) {
    if (decision.isPresent()) {
      throw ModerationError.REPORT_DECIDED.exception();
    }
    if (evidence.author().equals(made.by())) {
      throw ModerationError.OWN_CASE.exception();
    }
    decision = Optional.of(made);
    events.add(
        new ReportEvent.ReportClosed(
            id, subject, reporter, evidence.link(), made.outcome(), made.at()));
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, reporter, subject, evidence, reason, place, reportedAt, decision, version);
  }

  /** The events since the last call, in order. */
  public List<ReportEvent> pullEvents() {
    List<ReportEvent> pulled = List.copyOf(events);
    events.clear();
    return pulled;
  }

  /**
   * All persistent state of a report.
   *
   * @param place which of the reporter's places it takes while it is open, from 1
   * @param decision empty while it is open
   */
  public record Snapshot(
      ReportId id,
      MemberId reporter,
      Subject subject,
      Evidence evidence,
      String reason,
      int place,
      Instant reportedAt,
      Optional<Decision> decision,
      Version version) {
    public boolean isOpen() {
      return decision.isEmpty();
    }

    /** The same state as it stands in the store after a save. */
    public Snapshot stored() {
      return new Snapshot(
          id, reporter, subject, evidence, reason, place, reportedAt, decision, version.next());
    }
  }
}
