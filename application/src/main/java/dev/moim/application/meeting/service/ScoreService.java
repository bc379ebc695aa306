package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

final class ScoreService {
  private final Scores scores;
  private final Transactions transactions;

  ScoreService(Scores scores, Transactions transactions) {
    this.scores = scores;
    this.transactions = transactions;
  }

  ViewScore.Score own(Caller caller, ViewScore.Query query) {
    return transactions.read(() ->
        new ViewScore.Score(
            scores.total(caller.id(), query.filter()),
            scores.page(caller.id(), query).map(ScoreService::entry)));
  }

  long total(MemberId member) {
    return transactions.read(() -> scores.total(member, ViewScore.Filter.NONE));
  }

  private static ViewScore.Entry entry(ScoreEntry entry) {
    return new ViewScore.Entry(
        entry.id(), entry.category(), entry.meeting(), entry.reason(), entry.points(), entry.at());
  }
}
