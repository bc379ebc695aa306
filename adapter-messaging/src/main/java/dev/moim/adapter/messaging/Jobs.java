package dev.moim.adapter.messaging;

import dev.moim.application.matching.port.in.ComparePool;
import dev.moim.application.matching.port.in.ExpireMatchRequests;
import dev.moim.application.matching.port.in.ExpireProposals;
import dev.moim.application.meeting.port.in.AdvanceMeetings;
import dev.moim.application.member.port.in.EraseWithdrawnMembers;
import dev.moim.application.member.port.in.ForgetOldSessions;
import dev.moim.application.room.port.in.EndOffers;
import dev.moim.application.room.port.in.ExpireRooms;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.StoreUpkeep;
import dev.moim.application.shared.Sweep;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** What this program does by the clock. */
final class Jobs {
  /** So many handled events are forgotten in one transaction. */
  private static final int FORGOTTEN_AT_ONCE = 500;

  private Jobs() {}

  static List<Job> of(
      ExpireMatchRequests expireMatchRequests,
      ExpireProposals expireProposals,
      ExpireRooms expireRooms,
      EndOffers endOffers,
      AdvanceMeetings advanceMeetings,
      ComparePool comparePool,
      EraseWithdrawnMembers eraseWithdrawnMembers,
      ForgetOldSessions forgetOldSessions,
      Categories categories,
      IdempotentAnswers answers,
      Inbox inbox,
      StoreUpkeep upkeep,
      Transactions transactions,
      Clock clock,
      MessagingSettings.Jobs settings) {
    return List.of(
        new Job(
            "expire-match-requests",
            settings.expireMatchRequests(),
            goOn -> untilNothingIsLeft(expireMatchRequests::expire, goOn)),
        new Job(
            "expire-proposals",
            settings.expireProposals(),
            goOn -> untilNothingIsLeft(expireProposals::expire, goOn)),
        new Job(
            "expire-rooms",
            settings.expireRooms(),
            goOn -> untilNothingIsLeft(expireRooms::expire, goOn)),
        new Job(
            "end-offers", settings.endOffers(), goOn -> untilNothingIsLeft(endOffers::end, goOn)),
        new Job(
            "advance-meetings",
            settings.advanceMeetings(),
            goOn -> untilNothingIsLeft(advanceMeetings::advance, goOn)),
        new Job(
            "compare-pools",
            settings.comparePools(),
            goOn -> comparePools(comparePool, categories, goOn)),
        new Job(
            "erase-withdrawn-members",
            settings.eraseWithdrawnMembers(),
            goOn -> untilNothingIsLeft(eraseWithdrawnMembers::erase, goOn)),
        new Job(
            "forget-old-sessions",
            settings.forgetOldSessions(),
            goOn -> untilNothingIsLeft(forgetOldSessions::forget, goOn)),
        new Job(
            "keep-up-store",
            settings.keepUpStore(),
            goOn -> untilNothingIsLeft(upkeep::someMore, goOn)),
        new Job(
            "forget-idempotent-answers",
            settings.forgetIdempotentAnswers(),
            goOn ->
                transactions.writeOnly(
                    () -> answers.forgetBefore(clock.now().minus(settings.keepAnswers())))),
        new Job(
            "forget-handled-events",
            settings.forgetHandledEvents(),
            goOn ->
                untilNothingIsLeft(
                    () ->
                        transactions.write(() ->
                            inbox.forgetBefore(
                                clock.now().minus(settings.keepHandledEvents()),
                                FORGOTTEN_AT_ONCE)),
                    goOn)));
  }

  private static void untilNothingIsLeft(IntSupplier part, BooleanSupplier goOn) {
    int done = 1;
    while (done > 0 && goOn.getAsBoolean()) {
      done = part.getAsInt();
    }
  }

  /** A pool that fails does not keep the others. */
  private static void comparePools(
      ComparePool comparePool, Categories categories, BooleanSupplier goOn) {
    Sweep.over(
        categories.all(),
        category -> {
          if (goOn.getAsBoolean()) {
            comparePool.compare(category.key());
          }
        });
  }
}
