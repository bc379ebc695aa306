package dev.moim.testkit.matching;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.matching.RoomSeat;
import dev.moim.domain.shared.MatchProposalId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds a match request that was never stored and of which only what matters is named. */
public final class MatchRequestBuilder {
  private MatchRequestId id = Samples.matchRequestId();
  private MemberId member = Samples.memberId();
  private CategoryKey category = new CategoryKey("meal");
  private AllOf condition = AllOf.ANYTHING;
  private GroupSize size = new GroupSize(2, 4);
  private Instant submittedAt = SettableClock.START;
  private Instant expiresAt = SettableClock.START.plus(Duration.ofMinutes(30));
  private MatchRequestStatus status = MatchRequestStatus.WAITING;
  private Optional<MeetingId> meeting = Optional.empty();
  private Optional<Instant> openUntil = Optional.empty();
  private Optional<MatchRequestId> leader = Optional.empty();
  private List<Invitation> invitations = List.of();
  private List<Relaxation> relaxations = List.of();
  private boolean fillRooms;
  private Optional<MatchProposalId> proposal = Optional.empty();
  private Optional<RoomSeat> seat = Optional.empty();
  private Optional<EndReason> endReason = Optional.empty();

  private MatchRequestBuilder() {}

  public static MatchRequestBuilder aMatchRequest() {
    return new MatchRequestBuilder();
  }

  public MatchRequestBuilder id(MatchRequestId identifier) {
    id = identifier;
    return this;
  }

  public MatchRequestBuilder member(MemberId identifier) {
    member = identifier;
    return this;
  }

  public MatchRequestBuilder category(String key) {
    category = new CategoryKey(key);
    return this;
  }

  public MatchRequestBuilder condition(AllOf wanted) {
    condition = wanted;
    return this;
  }

  public MatchRequestBuilder size(int min, int max) {
    size = new GroupSize(min, max);
    return this;
  }

  public MatchRequestBuilder submittedAt(Instant instant) {
    submittedAt = instant;
    return this;
  }

  public MatchRequestBuilder expiresAt(Instant instant) {
    expiresAt = instant;
    return this;
  }

  public MatchRequestBuilder status(MatchRequestStatus state) {
    status = state;
    return this;
  }

  public MatchRequestBuilder matched(MeetingId group) {
    meeting = Optional.of(group);
    return status(MatchRequestStatus.MATCHED);
  }

  public MatchRequestBuilder openUntil(Instant instant) {
    openUntil = Optional.of(instant);
    return this;
  }

  public MatchRequestBuilder leader(MatchRequestId request) {
    leader = Optional.of(request);
    return this;
  }

  public MatchRequestBuilder invites(Invitation... friends) {
    invitations = List.of(friends);
    return this;
  }

  public MatchRequestBuilder relaxing(Relaxation... steps) {
    relaxations = List.of(steps);
    return this;
  }

  public MatchRequestBuilder fillsRooms() {
    fillRooms = true;
    return this;
  }

  public MatchRequestBuilder proposed(MatchProposalId group) {
    proposal = Optional.of(group);
    return status(MatchRequestStatus.PROPOSED);
  }

  public MatchRequestBuilder seated(RoomId found) {
    seat = Optional.of(new RoomSeat(found, 2));
    return status(MatchRequestStatus.MATCHED);
  }

  public MatchRequestBuilder ended(MatchRequestStatus how, EndReason reason) {
    endReason = Optional.of(reason);
    return status(how);
  }

  public MatchRequest.Snapshot build() {
    return new MatchRequest.Snapshot(
        id,
        member,
        category,
        new MatchRequest.Wish(condition, size, relaxations, fillRooms),
        submittedAt,
        expiresAt,
        leader,
        invitations,
        status,
        endReason,
        proposal,
        meeting,
        seat,
        openUntil,
        Version.NEW);
  }

  public MatchRequest restore() {
    return MatchRequest.restore(build());
  }
}
