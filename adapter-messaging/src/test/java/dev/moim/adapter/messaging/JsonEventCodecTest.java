package dev.moim.adapter.messaging;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventCodec.Encoded;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.EndReason;
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
import dev.moim.domain.meeting.CallOffReason;
import dev.moim.domain.meeting.MeetingEvent.MeetingCalledOff;
import dev.moim.domain.meeting.MeetingEvent.MeetingDone;
import dev.moim.domain.meeting.MeetingEvent.MeetingFormed;
import dev.moim.domain.meeting.MeetingEvent.MeetingNear;
import dev.moim.domain.meeting.MeetingEvent.MeetingSettled;
import dev.moim.domain.meeting.MeetingEvent.MemberCannotCome;
import dev.moim.domain.meeting.MeetingEvent.MembersJoined;
import dev.moim.domain.member.EmailAddress;
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
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.ReportEvent.ReportClosed;
import dev.moim.domain.moderation.ReportEvent.ReportDecided;
import dev.moim.domain.moderation.ReportEvent.ReportFiled;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.room.RoomEvent.AdminCancelled;
import dev.moim.domain.room.RoomEvent.CommentAnswered;
import dev.moim.domain.room.RoomEvent.CommentHidden;
import dev.moim.domain.room.RoomEvent.CommentWritten;
import dev.moim.domain.room.RoomEvent.HostChanged;
import dev.moim.domain.room.RoomEvent.MemberJoined;
import dev.moim.domain.room.RoomEvent.MemberLeft;
import dev.moim.domain.room.RoomEvent.MemberRemoved;
import dev.moim.domain.room.RoomEvent.Notice;
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
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.WarningId;
import dev.moim.testkit.shared.EventCodecContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.json.JsonMapper;

class JsonEventCodecTest extends EventCodecContract {
  private static final Instant AT = Instant.parse("2026-03-02T00:00:00.123456Z");
  private static final RoomId ROOM = new RoomId(id(1));
  private static final MemberId HOST = new MemberId(id(2));
  private static final MemberId MEMBER = new MemberId(id(3));
  private static final MatchRequestId REQUEST = new MatchRequestId(id(4));
  private static final MeetingId MEETING = new MeetingId(id(5));
  private static final SessionId SESSION = new SessionId(id(6));
  private static final LinkId LINK = new LinkId(id(7));
  private static final WarningId WARNING = new WarningId(id(8));
  private static final MemberId ADMIN = new MemberId(id(9));
  private static final CommentId COMMENT = new CommentId(id(4));
  private static final Instant UNTIL = Instant.parse("2026-03-09T00:00:00.123456Z");
  private static final String ADDRESS = "2001:db8::7";
  private static final String DEVICE = "Firefox 144 (\"Linux\") 휴대폰";
  private static final ReportId REPORT =
      new ReportId(UUID.fromString("0195d3c0-0000-7000-8000-00000000000a"));
  private static final Subject SUBJECT = new Subject("ROOM", ROOM.value());
  private static final CategoryKey MEAL = new CategoryKey("meal");
  private static final String TITLE = "점심 🍜 \"같이\"";
  private static final Notice NOTICE = new Notice(ROOM, TITLE, HOST, true, List.of(HOST, MEMBER));

  /** What the files in {@code events} say, by name. A file is never changed, only added. */
  private static final Map<String, DomainEvent> GOLDEN =
      Map.ofEntries(
          Map.entry("member.signed-up.v1", new MemberSignedUp(MEMBER, AT)),
          Map.entry("member.link-requested.v1", new LinkRequested(MEMBER, LINK, AT)),
          Map.entry(
              "member.email-changed.v1",
              new EmailChanged(MEMBER, new EmailAddress("Minji@example.org"), AT)),
          Map.entry("member.password-changed.v1", new PasswordChanged(MEMBER, AT)),
          Map.entry(
              "member.another-session-opened.v1",
              new AnotherSessionOpened(MEMBER, SESSION, DEVICE, AT)),
          Map.entry("member.tokens-revoked.v1", new TokensRevoked(MEMBER, SESSION, DEVICE, AT)),
          Map.entry(
              "member.role-changed.v1",
              new RoleChanged(MEMBER, Role.MEMBER, Role.MANAGER, Optional.of(ADMIN), ADDRESS, AT)),
          Map.entry(
              "member.warned.v1",
              new MemberWarned(MEMBER, WARNING, ADMIN, ADDRESS, TITLE, UNTIL, AT)),
          Map.entry(
              "member.warning-withdrawn.v1",
              new WarningWithdrawn(MEMBER, WARNING, ADMIN, ADDRESS, AT)),
          Map.entry("member.withdrew.v1", new MemberWithdrew(MEMBER, UNTIL, AT)),
          Map.entry("member.returned.v1", new MemberReturned(MEMBER, AT)),
          Map.entry("member.erased.v1", new MemberErased(MEMBER, AT)),
          Map.entry("member.personally-blocked.v1", new PersonallyBlocked(MEMBER, HOST, AT)),
          Map.entry("member.personally-unblocked.v1", new PersonallyUnblocked(MEMBER, HOST, AT)),
          Map.entry("room.opened.v1", new RoomOpened(ROOM, HOST, TITLE, AT)),
          Map.entry("room.member-joined.v1", new MemberJoined(NOTICE, MEMBER, 2, AT)),
          Map.entry("room.filled.v1", new RoomFilled(NOTICE, AT)),
          Map.entry("room.member-left.v1", new MemberLeft(NOTICE, MEMBER, 2, AT)),
          Map.entry("room.host-changed.v1", new HostChanged(NOTICE, MEMBER, AT)),
          Map.entry("room.confirmed.v1", new RoomConfirmed(NOTICE, AT)),
          Map.entry("room.changed.v1", new RoomChanged(NOTICE, AT)),
          Map.entry("room.member-removed.v1", new MemberRemoved(NOTICE, MEMBER, TITLE, AT)),
          Map.entry("room.seat-offered.v1", new SeatOffered(NOTICE, UNTIL, AT)),
          Map.entry("room.offer-ended.v1", new OfferEnded(NOTICE, AT)),
          Map.entry("room.waiting-ended.v1", new WaitingEnded(NOTICE, AT)),
          Map.entry("room.cancelled.v2", new RoomCancelled(NOTICE, TITLE, AT)),
          Map.entry(
              "room.cancelled-by-admin.v1",
              new AdminCancelled(ROOM, HOST, ADMIN, ADDRESS, TITLE, AT)),
          Map.entry("room.expired.v1", new RoomExpired(NOTICE, AT)),
          Map.entry("room.comment-written.v1", new CommentWritten(NOTICE, COMMENT, MEMBER, 2, AT)),
          Map.entry(
              "room.comment-answered.v1", new CommentAnswered(NOTICE, COMMENT, MEMBER, 2, AT)),
          Map.entry(
              "room.comment-hidden.v1",
              new CommentHidden(ROOM, COMMENT, MEMBER, ADMIN, ADDRESS, TITLE, AT)),
          Map.entry(
              "room.hidden.v2",
              new RoomHidden(ROOM, HOST, true, List.of(HOST, MEMBER), ADMIN, ADDRESS, TITLE, AT)),
          Map.entry("report.filed.v1", new ReportFiled(REPORT, SUBJECT, MEMBER, AT)),
          Map.entry(
              "report.decided.v1",
              new ReportDecided(REPORT, SUBJECT, HOST, Outcome.WARNED, ADMIN, ADDRESS, TITLE, AT)),
          Map.entry(
              "report.closed.v1",
              new ReportClosed(REPORT, SUBJECT, MEMBER, "/rooms/" + ROOM, Outcome.HIDDEN, AT)),
          Map.entry(
              "match-request.submitted.v1", new MatchRequestSubmitted(REQUEST, MEMBER, MEAL, AT)),
          Map.entry(
              "match-request.companion-invited.v1",
              new CompanionInvited(REQUEST, MEMBER, MEAL, HOST, AT)),
          Map.entry(
              "match-request.companion-answered.v1",
              new CompanionAnswered(REQUEST, MEMBER, MEAL, HOST, true, AT)),
          Map.entry(
              "match-request.cancelled.v2",
              new MatchRequestCancelled(REQUEST, MEMBER, MEAL, EndReason.PROPOSAL_DECLINED, AT)),
          Map.entry(
              "match-request.proposed.v1",
              new MatchRequestProposed(REQUEST, MEMBER, MEAL, UNTIL, AT)),
          Map.entry(
              "match-request.matched.v2",
              new MatchRequestMatched(
                  REQUEST, MEMBER, MEAL, MEETING, List.of("place", "size"), AT)),
          Map.entry(
              "match-request.moved.v1", new MatchRequestMoved(REQUEST, MEMBER, MEAL, MEETING, AT)),
          Map.entry(
              "match-request.seated.v1", new MatchRequestSeated(REQUEST, MEMBER, MEAL, ROOM, AT)),
          Map.entry(
              "match-request.returned.v1", new MatchRequestReturned(REQUEST, MEMBER, MEAL, AT)),
          Map.entry(
              "match-request.expired.v2",
              new MatchRequestExpired(REQUEST, MEMBER, MEAL, EndReason.NO_GROUP_POSSIBLE, AT)),
          Map.entry(
              "meeting.formed.v1",
              new MeetingFormed(MEETING, MEAL, List.of(HOST, MEMBER), Optional.empty(), AT)),
          Map.entry(
              "meeting.members-joined.v1",
              new MembersJoined(MEETING, MEAL, List.of(MEMBER), List.of(HOST), AT)),
          Map.entry(
              "meeting.settled.v1",
              new MeetingSettled(
                  MEETING, MEAL, List.of(HOST, MEMBER), Optional.of(UNTIL), true, AT)),
          Map.entry(
              "meeting.member-cannot-come.v1",
              new MemberCannotCome(MEETING, MEMBER, MEAL, List.of(HOST), AT)),
          Map.entry(
              "meeting.called-off.v1",
              new MeetingCalledOff(MEETING, MEAL, CallOffReason.TOO_FEW, List.of(HOST), AT)),
          Map.entry(
              "meeting.near.v1", new MeetingNear(MEETING, MEAL, List.of(HOST, MEMBER), UNTIL, AT)),
          Map.entry(
              "meeting.done.v1", new MeetingDone(MEETING, MEAL, List.of(HOST, MEMBER), UNTIL, AT)));

  /** What files of earlier versions are read as; they are written no more. */
  private static final Map<String, DomainEvent> FORMER =
      Map.of(
          "room.hidden.v1",
          new RoomHidden(ROOM, HOST, false, List.of(HOST, MEMBER), ADMIN, ADDRESS, TITLE, AT),
          "room.cancelled.v1",
          new RoomCancelled(NOTICE, "", AT),
          "match-request.cancelled.v1",
          new MatchRequestCancelled(REQUEST, MEMBER, MEAL, EndReason.TAKEN_BACK, AT),
          "match-request.expired.v1",
          new MatchRequestExpired(REQUEST, MEMBER, MEAL, EndReason.NOBODY_SUITED, AT),
          "match-request.matched.v1",
          new MatchRequestMatched(REQUEST, MEMBER, MEAL, MEETING, List.of(), AT));

  private final JsonEventCodec codec = new JsonEventCodec();

  @Override
  protected EventCodec codec() {
    return codec;
  }

  static Set<String> names() {
    return GOLDEN.keySet();
  }

  static Set<String> formerNames() {
    return FORMER.keySet();
  }

  @Test
  void every_event_of_the_domain_has_a_name() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));

    Set<String> events =
        scanner.findCandidateComponents("dev.moim.domain").stream()
            .map(BeanDefinition::getBeanClassName)
            .collect(toUnmodifiableSet());

    Set<String> named =
        EventTypes.names().stream()
            .map(name -> EventTypes.named(name).orElseThrow().getName())
            .collect(toUnmodifiableSet());
    assertThat(events).hasSizeGreaterThan(10).isEqualTo(named);
  }

  @Test
  void every_name_has_a_golden_file() {
    Set<String> files = new HashSet<>(GOLDEN.keySet());
    files.addAll(FORMER.keySet());

    assertThat(files).isEqualTo(EventTypes.names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void what_was_stored_once_can_be_read(String name) {
    assertThat(codec.decode(new Encoded(name, golden(name)))).isEqualTo(GOLDEN.get(name));
  }

  @ParameterizedTest
  @MethodSource("formerNames")
  void what_an_earlier_version_stored_is_read_as_what_it_meant(String name) {
    DomainEvent event = codec.decode(new Encoded(name, golden(name)));

    assertThat(event).isEqualTo(FORMER.get(name));
    assertThat(codec.encode(event).type()).isNotEqualTo(name);
    assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("names")
  void what_is_stored_looks_as_it_always_did(String name) {
    DomainEvent event = codec.decode(new Encoded(name, golden(name)));

    Encoded encoded = codec.encode(event);

    JsonMapper json = JsonMapper.shared();
    assertThat(encoded.type()).isEqualTo(name);
    assertThat(json.readTree(encoded.payload())).isEqualTo(json.readTree(golden(name)));
  }

  @Test
  void a_field_that_a_newer_version_added_is_passed_over() {
    String more = golden("member.signed-up.v1").replaceFirst("\\{", "{\"more\": [{}],");

    assertThat(codec.decode(new Encoded("member.signed-up.v1", more)))
        .isEqualTo(GOLDEN.get("member.signed-up.v1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"member\": \"0195d3c0-0000-7000-8000-000000000003\"}",
        "{\"member\": null, \"occurredAt\": \"2026-03-02T00:00:00Z\"}",
        "{\"member\": \"nobody\", \"occurredAt\": \"2026-03-02T00:00:00Z\"}",
        "{\"member\": \"0195d3c0-0000-7000-8000-000000000003\", \"occurredAt\": \"today\"}"
      })
  void a_field_that_is_missing_or_does_not_fit_is_refused(String payload) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(new Encoded("member.signed-up.v1", payload)));
  }

  @Test
  void what_the_operator_did_was_done_by_no_member() {
    DomainEvent event = new RoleChanged(MEMBER, Role.MEMBER, Role.ADMIN, Optional.empty(), "", AT);

    assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
  }

  @Test
  void an_address_that_is_none_is_refused() {
    String broken = golden("member.email-changed.v1").replace("@", " at ");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(new Encoded("member.email-changed.v1", broken)));
  }

  private static UUID id(long number) {
    return UUID.fromString("0195d3c0-0000-7000-8000-00000000000" + number);
  }

  private static String golden(String name) {
    try (InputStream file =
        JsonEventCodecTest.class.getResourceAsStream("/events/" + name + ".json")) {
      if (file == null) {
        throw new AssertionError("no golden file for " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
