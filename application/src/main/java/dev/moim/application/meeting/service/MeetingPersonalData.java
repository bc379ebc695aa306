package dev.moim.application.meeting.service;

import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.meeting.Meeting;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The meetings of a member; of the other people in them only how many there are. */
final class MeetingPersonalData implements PersonalData {
  private final Meetings meetings;
  private final Transactions transactions;

  MeetingPersonalData(Meetings meetings, Transactions transactions) {
    this.meetings = meetings;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return Map.of(
        "meetings",
        transactions.read(() -> Page.all(page -> meetings.of(member, page))).stream()
            .map(MeetingPersonalData::entry)
            .toList());
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
