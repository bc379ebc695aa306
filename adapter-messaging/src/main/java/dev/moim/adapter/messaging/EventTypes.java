package dev.moim.adapter.messaging;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.moim.domain.matching.MatchRequestEvent.CompanionAnswered;
import dev.moim.domain.matching.MatchRequestEvent.CompanionInvited;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestCancelled;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestExpired;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestMatched;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestMoved;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestProposed;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestReturned;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestSeated;
import dev.moim.domain.matching.MatchRequestEvent.MatchRequestSubmitted;
import dev.moim.domain.meeting.MeetingEvent.MeetingCalledOff;
import dev.moim.domain.meeting.MeetingEvent.MeetingDone;
import dev.moim.domain.meeting.MeetingEvent.MeetingFormed;
import dev.moim.domain.meeting.MeetingEvent.MeetingNear;
import dev.moim.domain.meeting.MeetingEvent.MeetingSettled;
import dev.moim.domain.meeting.MeetingEvent.MemberCannotCome;
import dev.moim.domain.meeting.MeetingEvent.MembersJoined;
import dev.moim.domain.member.MemberEvent.AnotherSessionOpened;
import dev.moim.domain.member.MemberEvent.EmailChanged;
import dev.moim.domain.member.MemberEvent.LinkRequested;
import dev.moim.domain.member.MemberEvent.MemberErased;
import dev.moim.domain.member.MemberEvent.MemberReturned;
import dev.moim.domain.member.MemberEvent.MemberSignedUp;
import dev.moim.domain.member.MemberEvent.MemberWarned;
import dev.moim.domain.member.MemberEvent.MemberWithdrew;
import dev.moim.domain.member.MemberEvent.PasswordChanged;
import dev.moim.domain.member.MemberEvent.PersonallyBlocked;
import dev.moim.domain.member.MemberEvent.PersonallyUnblocked;
import dev.moim.domain.member.MemberEvent.RoleChanged;
import dev.moim.domain.member.MemberEvent.TokensRevoked;
import dev.moim.domain.member.MemberEvent.WarningWithdrawn;
import dev.moim.domain.moderation.ReportEvent.ReportClosed;
import dev.moim.domain.moderation.ReportEvent.ReportDecided;
import dev.moim.domain.moderation.ReportEvent.ReportFiled;
import dev.moim.domain.room.RoomEvent.AdminCancelled;
import dev.moim.domain.room.RoomEvent.CommentAnswered;
import dev.moim.domain.room.RoomEvent.CommentHidden;
import dev.moim.domain.room.RoomEvent.CommentWritten;
import dev.moim.domain.room.RoomEvent.HostChanged;
import dev.moim.domain.room.RoomEvent.MemberJoined;
import dev.moim.domain.room.RoomEvent.MemberLeft;
import dev.moim.domain.room.RoomEvent.MemberRemoved;
import dev.moim.domain.room.RoomEvent.OfferEnded;
import dev.moim.domain.room.RoomEvent.RoomCancelled;
import dev.moim.domain.room.RoomEvent.RoomChanged;
import dev.moim.domain.room.RoomEvent.RoomConfirmed;
import dev.moim.domain.room.RoomEvent.RoomExpired;
import dev.moim.domain.room.RoomEvent.RoomFilled;
import dev.moim.domain.room.RoomEvent.RoomHidden;
import dev.moim.domain.room.RoomEvent.RoomOpened;
import dev.moim.domain.room.RoomEvent.SeatOffered;
import dev.moim.domain.room.RoomEvent.WaitingEnded;
import dev.moim.domain.shared.DomainEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which events are stored and sent. A name never changes its meaning: an event
 * whose JSON can no longer be read as before gets a new version, and the old name stays readable.
 */
final class EventTypes {
  private static final Map<Class<? extends DomainEvent>, String> NAMES =
      Map.ofEntries(
          Map.entry(MemberSignedUp.class, "member.signed-up.v1"),
          Map.entry(LinkRequested.class, "member.link-requested.v1"),
          Map.entry(EmailChanged.class, "member.email-changed.v1"),
          Map.entry(PasswordChanged.class, "member.password-changed.v1"),
          Map.entry(AnotherSessionOpened.class, "member.another-session-opened.v1"),
          Map.entry(TokensRevoked.class, "member.tokens-revoked.v1"),
          Map.entry(RoleChanged.class, "member.role-changed.v1"),
          Map.entry(MemberWarned.class, "member.warned.v1"),
          Map.entry(WarningWithdrawn.class, "member.warning-withdrawn.v1"),
          Map.entry(MemberWithdrew.class, "member.withdrew.v1"),
          Map.entry(MemberReturned.class, "member.returned.v1"),
          Map.entry(MemberErased.class, "member.erased.v1"),
          Map.entry(PersonallyBlocked.class, "member.personally-blocked.v1"),
          Map.entry(PersonallyUnblocked.class, "member.personally-unblocked.v1"),
          Map.entry(RoomOpened.class, "room.opened.v1"),
          Map.entry(MemberJoined.class, "room.member-joined.v1"),
          Map.entry(RoomFilled.class, "room.filled.v1"),
          Map.entry(MemberLeft.class, "room.member-left.v1"),
          Map.entry(HostChanged.class, "room.host-changed.v1"),
          Map.entry(RoomConfirmed.class, "room.confirmed.v1"),
          Map.entry(RoomChanged.class, "room.changed.v1"),
          Map.entry(MemberRemoved.class, "room.member-removed.v1"),
          Map.entry(SeatOffered.class, "room.seat-offered.v1"),
          Map.entry(OfferEnded.class, "room.offer-ended.v1"),
          Map.entry(WaitingEnded.class, "room.waiting-ended.v1"),
          Map.entry(RoomCancelled.class, "room.cancelled.v2"),
          Map.entry(AdminCancelled.class, "room.cancelled-by-admin.v1"),
          Map.entry(RoomExpired.class, "room.expired.v1"),
          Map.entry(CommentWritten.class, "room.comment-written.v1"),
          Map.entry(CommentAnswered.class, "room.comment-answered.v1"),
          Map.entry(CommentHidden.class, "room.comment-hidden.v1"),
          Map.entry(RoomHidden.class, "room.hidden.v2"),
          Map.entry(ReportFiled.class, "report.filed.v1"),
          Map.entry(ReportDecided.class, "report.decided.v1"),
          Map.entry(ReportClosed.class, "report.closed.v1"),
          Map.entry(MatchRequestSubmitted.class, "match-request.submitted.v1"),
          Map.entry(CompanionInvited.class, "match-request.companion-invited.v1"),
          Map.entry(CompanionAnswered.class, "match-request.companion-answered.v1"),
          Map.entry(MatchRequestCancelled.class, "match-request.cancelled.v2"),
          Map.entry(MatchRequestProposed.class, "match-request.proposed.v1"),
          Map.entry(MatchRequestMatched.class, "match-request.matched.v2"),
          Map.entry(MatchRequestMoved.class, "match-request.moved.v1"),
          Map.entry(MatchRequestSeated.class, "match-request.seated.v1"),
          Map.entry(MatchRequestReturned.class, "match-request.returned.v1"),
          Map.entry(MatchRequestExpired.class, "match-request.expired.v2"),
          Map.entry(MeetingFormed.class, "meeting.formed.v1"),
          Map.entry(MembersJoined.class, "meeting.members-joined.v1"),
          Map.entry(MeetingSettled.class, "meeting.settled.v1"),
          Map.entry(MemberCannotCome.class, "meeting.member-cannot-come.v1"),
          Map.entry(MeetingCalledOff.class, "meeting.called-off.v1"),
          Map.entry(MeetingNear.class, "meeting.near.v1"),
          Map.entry(MeetingDone.class, "meeting.done.v1"));

  /** Versions that are no longer written, with the values of what they do not say, as JSON. */
  private static final Map<String, Former> FORMER =
      Map.of(
          "room.cancelled.v1",
          new Former(RoomCancelled.class, Map.of("reason", "\"\"")),
          "room.hidden.v1",
          new Former(RoomHidden.class, Map.of("cancelled", "false")),
          "match-request.cancelled.v1",
          new Former(MatchRequestCancelled.class, Map.of("reason", "\"TAKEN_BACK\"")),
          "match-request.expired.v1",
          new Former(MatchRequestExpired.class, Map.of("reason", "\"NOBODY_SUITED\"")),
          "match-request.matched.v1",
          new Former(MatchRequestMatched.class, Map.of("relaxed", "[]")));

  /** An earlier version of an event: what it is read as, and what is added to its JSON. */
  record Former(Class<? extends DomainEvent> event, Map<String, String> added) {}

  private static final Map<String, Class<? extends DomainEvent>> CLASSES =
      NAMES.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private EventTypes() {}

  static Optional<String> nameOf(Class<? extends DomainEvent> event) {
    return Optional.ofNullable(NAMES.get(event));
  }

  static Optional<Class<? extends DomainEvent>> named(String type) {
    return Optional.<Class<? extends DomainEvent>>ofNullable(CLASSES.get(type))
        .or(() -> Optional.ofNullable(FORMER.get(type)).map(Former::event));
  }

  /** What the JSON of that type does not say because it is of an earlier version. */
  static Map<String, String> addedTo(String type) {
    Former former = FORMER.get(type);
    return former == null ? Map.of() : former.added();
  }

  /** All names that can be read. */
  static Set<String> names() {
    return Stream.concat(CLASSES.keySet().stream(), FORMER.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
