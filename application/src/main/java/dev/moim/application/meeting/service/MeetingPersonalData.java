package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.in.ViewScore;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.meeting.Review;
import dev.moim.domain.meeting.ScoreEntry;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The meetings of a member, of the other people in them only how many there are; what they wrote
 * about others, and the ledger of their points.
 */
final class MeetingPersonalData implements PersonalData {
  private final Meetings meetings;
  private final Reviews reviews;
  private final Scores scores;
  private final Transactions transactions;

  MeetingPersonalData(
      Meetings meetings, Reviews reviews, Scores scores, Transactions transactions) {
    this.meetings = meetings;
    this.reviews = reviews;
    this.scores = scores;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return transactions.read(() ->
        Map.of(
            "meetings",
            entries(page -> meetings.of(member, page), MeetingPersonalData::entry),
            "reviews",
            entries(page -> reviews.by(member, page), MeetingPersonalData::entry),
            "score",
            entries(
                page -> scores.page(member, new ViewScore.Query(ViewScore.Filter.NONE, page)),
                MeetingPersonalData::entry)));
  }

  private static <T> List<Map<String, Object>> entries(
      Function<PageRequest, Page<T>> list, Function<T, Map<String, Object>> entry) {
    return Page.all(list).stream().map(entry).toList();
  }

  private static Map<String, Object> entry(Review review) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("meeting", review.meeting().toString());
    entry.put("about", review.rating().member().toString());
    review.rating().stars().ifPresent(stars -> entry.put("stars", stars));
    entry.put("absent", review.rating().saysAbsent());
    entry.put("writtenAt", review.writtenAt());
    return entry;
  }

  private static Map<String, Object> entry(ScoreEntry line) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("category", line.category().value());
    line.meeting().ifPresent(meeting -> entry.put("meeting", meeting.toString()));
    entry.put("reason", line.reason().name());
    entry.put("points", line.points());
    entry.put("at", line.at());
    return entry;
  }

  private static Map<String, Object> entry(Meeting.Snapshot meeting) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", meeting.id().toString());
    entry.put("category", meeting.category().value());
    entry.put("agreed", meeting.agreed().plain());
    entry.put("people", meeting.members().size());
    entry.put("status", meeting.status().name());
    entry.put("formedAt", meeting.formedAt());
    meeting.startsAt().ifPresent(at -> entry.put("startsAt", at));
    return entry;
  }
}
