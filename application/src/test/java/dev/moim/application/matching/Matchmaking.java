package dev.moim.application.matching;

import dev.moim.application.matching.port.in.AnswerInvitation;
import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A community that looks for company. */
final class Matchmaking {
  static final CategoryKey MEAL = new CategoryKey("meal");

  final Community community;

  Matchmaking() {
    this(PoolSettings.DEFAULT);
  }

  /** With settings for meals. */
  Matchmaking(PoolSettings meals) {
    this(MEAL, meals);
  }

  /** With settings for a category. */
  Matchmaking(CategoryKey category, PoolSettings settings) {
    community =
        new Community(SampleCategories.ALL, new MatchingSettings(Map.of(category, settings)), 42);
  }

  MatchingUseCases matching() {
    return community.matching();
  }

  Caller newcomer(String nickname) {
    return community.newcomer(nickname);
  }

  /** Asks, and does not yet have it matched. */
  MatchRequestId ask(Ask ask) {
    return matching().submitMatchRequest().submit(ask.command()).request().id();
  }

  /** Asks, and lets everything happen that follows. */
  MatchRequestId submit(Ask ask) {
    MatchRequestId request = ask(ask);
    community.deliver();
    return request;
  }

  MatchRequestView view(Caller member, MatchRequestId request) {
    return matching().viewMatchRequest().view(member, request);
  }

  MatchRequest.Snapshot state(Caller member, MatchRequestId request) {
    return view(member, request).request();
  }

  MatchRequestStatus status(Caller member, MatchRequestId request) {
    return state(member, request).status();
  }

  Optional<EndReason> reason(Caller member, MatchRequestId request) {
    return state(member, request).endReason();
  }

  MeetingId meeting(Caller member, MatchRequestId request) {
    return state(member, request).meeting().orElseThrow();
  }

  /** Takes a request back, and lets everything happen that follows. */
  void cancel(Caller member, MatchRequestId request) {
    matching().cancelMatchRequest().cancel(new CancelMatchRequest.Command(member, request));
    community.deliver();
  }

  MatchRequestId answer(Caller friend, MatchRequestId request, boolean accepts) {
    MatchRequestId own =
        matching()
            .answerInvitation()
            .answer(new AnswerInvitation.Command(friend, request, accepts));
    community.deliver();
    return own;
  }

  MatchRequestView respond(Caller member, MatchRequestId request, boolean accepts) {
    MatchRequestView view =
        matching().answerProposal().answer(new AnswerProposal.Command(member, request, accepts));
    community.deliver();
    return view;
  }

  void block(Caller member, Caller other) {
    community.blocks().blockMember().block(new BlockMember.Command(member, other.id()));
    community.deliver();
  }

  /** Somebody says that they can't come to a meeting. */
  void cannotCome(Caller member, MeetingId id) {
    community.meetings().cannotCome().cannotCome(new CannotCome.Command(member, id));
    community.deliver();
  }

  List<MeetingView> meetings(Caller member) {
    return community.meetings().listMeetings().list(member, PageRequest.first(20)).items();
  }

  /** Who is in a meeting, by nickname. */
  List<String> people(Caller member, MeetingId meeting) {
    return community.meetings().viewMeeting().view(member, meeting).members().stream()
        .map(person -> person.nickname().orElseThrow())
        .toList();
  }

  /** What a member was told, the latest first. */
  List<NotificationType> told(Caller member) {
    return community.told(member).stream().map(Notification::type).toList();
  }
}
