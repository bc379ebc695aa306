package dev.moim.application.matching.service;

import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a member asked to be matched for, and what became of it. */
final class MatchingPersonalData implements PersonalData {
  private final MatchRequests requests;
  private final Transactions transactions;

  MatchingPersonalData(MatchRequests requests, Transactions transactions) {
    this.requests = requests;
    this.transactions = transactions;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return Map.of(
        "matchRequests",
        transactions.read(() -> Page.all(page -> requests.of(member, page))).stream()
            .map(MatchingPersonalData::entry)
            .toList());
  }

  private static Map<String, Object> entry(MatchRequest.Snapshot request) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", request.id().toString());
    entry.put("category", request.category().value());
    entry.put("condition", request.wish().condition().plain());
    entry.put(
        "size", Map.of("min", request.wish().size().min(), "max", request.wish().size().max()));
    entry.put("status", request.status().name());
    entry.put("submittedAt", request.submittedAt());
    entry.put("expiresAt", request.expiresAt());
    request.endReason().ifPresent(reason -> entry.put("endReason", reason.name()));
    request.room().ifPresent(room -> entry.put("room", room.toString()));
    request.meeting().ifPresent(meeting -> entry.put("meeting", meeting.toString()));
    return entry;
  }
}
