package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;

final class ScoreService {
  private final Scores scores;
  private final Transactions transactions;
  private final Clock clock;

  ScoreService(Scores scores, Transactions transactions, Clock clock) {
    this.scores = scores;
    this.transactions = transactions;
    this.clock = clock;
  }

  ViewScore.Score own(Caller caller, ViewScore.Query query) {
    return transactions.read(() ->
        new ViewScore.Score(
            scores.total(caller.id(), query.filter()),
            scores.page(caller.id(), query).map(ScoreService::entry)));
  }

  /**
   * Who writes a review gets points along with those whom it gives stars. So others see the points
   * of a meeting all at once, when nobody reviews it any more.
   */
  long total(Caller caller, MemberId member) {
    return transactions.read(() ->
        caller.is(member)
            ? scores.total(member, ViewScore.Filter.NONE)
            : scores.totalOfMeetingsUntil(member, Meeting.settledIfStartedBy(clock.now())));
  }

  private static ViewScore.Entry entry(ScoreEntry entry) {
    return new ViewScore.Entry(
        entry.id(), entry.category(), entry.meeting(), entry.reason(), entry.points(), entry.at());
  }
}
