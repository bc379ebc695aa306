package dev.moim.testkit.matching;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Match requests on an {@link InMemoryStore}. */
public final class InMemoryMatchRequests implements MatchRequests {
  private static final Comparator<MatchRequest.Snapshot> OLDEST_FIRST =
      Comparator.comparing(MatchRequest.Snapshot::submittedAt)
          .thenComparing(request -> request.id().value());

  private record Live(MemberId member, CategoryKey category) {}

  private final InMemoryStore.Table<MatchRequestId, MatchRequest.Snapshot> requests;

  public InMemoryMatchRequests(InMemoryStore store) {
    requests =
        store
            .<MatchRequestId, MatchRequest.Snapshot>table(MatchRequest.Snapshot::id)
            .unique(
                request -> live(request).map(Object.class::cast),
                MatchingError.LIVE_REQUEST_EXISTS::exception);
  }

  private static Optional<Live> live(MatchRequest.Snapshot request) {
    return request.isLive()
        ? Optional.of(new Live(request.member(), request.category()))
        : Optional.empty();
  }

  /** All requests there are. */
  public List<MatchRequest.Snapshot> everything() {
    return List.copyOf(requests.all());
  }

  @Override
  public Optional<MatchRequest> find(MatchRequestId id) {
    return requests.find(id).map(MatchRequest::restore);
  }

  @Override
  public Optional<MatchRequestId> liveOf(MemberId member, CategoryKey category) {
    Optional<Live> wanted = Optional.of(new Live(member, category));
    return requests.all().stream()
        .filter(request -> live(request).equals(wanted))
        .map(MatchRequest.Snapshot::id)
        .findFirst();
  }

  @Override
  public List<MatchRequest> findAll(Collection<MatchRequestId> ids) {
    return Set.copyOf(ids).stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public List<MatchRequest.Snapshot> inPool(CategoryKey category) {
    return requests.all().stream()
        .filter(request -> request.category().equals(category))
        .filter(request -> request.leads() && request.isInPool())
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public Map<MatchRequestId, Version> versionsInPool(CategoryKey category) {
    return inPool(category).stream()
        .collect(Collectors.toMap(MatchRequest.Snapshot::id, MatchRequest.Snapshot::version));
  }

  @Override
  public List<MatchRequest.Snapshot> ofMeetings(Collection<MeetingId> meetings) {
    return requests.all().stream()
        .filter(request -> request.status() == MatchRequestStatus.MATCHED && request.leads())
        .filter(request -> request.meeting().filter(meetings::contains).isPresent())
        .toList();
  }

  @Override
  public Optional<MatchRequestId> ofMeeting(MeetingId meeting, MemberId member) {
    return requests.all().stream()
        .filter(request -> request.status() == MatchRequestStatus.MATCHED)
        .filter(request -> request.member().equals(member))
        .filter(request -> request.meeting().equals(Optional.of(meeting)))
        .map(MatchRequest.Snapshot::id)
        .findFirst();
  }

  @Override
  public List<MatchRequest.Snapshot> seatedIn(RoomId room) {
    return requests.all().stream()
        .filter(request -> request.status() == MatchRequestStatus.MATCHED)
        .filter(request -> request.room().equals(Optional.of(room)))
        .toList();
  }

  @Override
  public List<MatchRequest.Snapshot> inviting(MemberId friend, int limit) {
    return requests.all().stream()
        .filter(request -> request.status() == MatchRequestStatus.INVITING)
        .filter(request ->
            request.invitations().stream()
                .anyMatch(each ->
                    each.member().equals(friend) && each.answer() == Invitation.Answer.OPEN))
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public long countWaiting(CategoryKey category, Instant now) {
    return waitingIn(category, now).count();
  }

  private Stream<MatchRequest.Snapshot> waitingIn(CategoryKey category, Instant now) {
    return requests.all().stream()
        .filter(request -> request.category().equals(category))
        .filter(request -> request.status() == MatchRequestStatus.WAITING)
        .filter(request -> now.isBefore(request.expiresAt()));
  }

  @Override
  public List<MatchRequest.Snapshot> submittedBetween(
      CategoryKey category, Instant from, Instant to, int limit) {
    return requests.all().stream()
        .filter(request -> request.category().equals(category) && request.leads())
        .filter(request -> request.status() != MatchRequestStatus.INVITING)
        .filter(request -> !request.submittedAt().isBefore(from))
        .filter(request -> request.submittedAt().isBefore(to))
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<MatchRequestId> overdue(MatchRequestStatus status, Instant now, int limit) {
    return requests.all().stream()
        .filter(request -> request.status() == status)
        .filter(request -> !now.isBefore(request.expiresAt()))
        .sorted(Comparator.comparing(MatchRequest.Snapshot::expiresAt))
        .limit(limit)
        .map(MatchRequest.Snapshot::id)
        .toList();
  }

  @Override
  public Page<MatchRequest.Snapshot> of(MemberId member, PageRequest page) {
    return Pages.latestFirst(
        requests.all().stream().filter(request -> request.member().equals(member)),
        request -> new Position(request.submittedAt(), request.id().value()),
        page);
  }

  @Override
  public MatchRequest.Snapshot save(MatchRequest request) {
    return requests.save(
        request.snapshot(), MatchRequest.Snapshot::version, MatchRequest.Snapshot::stored);
  }
}
