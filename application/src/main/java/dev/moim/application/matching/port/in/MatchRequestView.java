package dev.moim.application.matching.port.in;

import dev.moim.domain.condition.AllOf;
import dev.moim.domain.matching.Invitation;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.Outlook;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A match request as its member sees it.
 *
 * @param waiting how many requests wait in its category, this one included
 * @param party the friends who were asked to come along, with what they answered; of a companion's
 *     request, those who come
 * @param outlook what can be told while it waits; empty if it does not, or has not been looked at
 * @param proposal the group that the member is asked about
 * @param relaxed of the steps that were agreed to, those without which its group, or the one that
 *     is proposed, would not suit, by name
 */
public record MatchRequestView(
    MatchRequest.Snapshot request,
    long waiting,
    List<Companion> party,
    Optional<Outlook> outlook,
    Optional<Proposal> proposal,
    List<String> relaxed) {
  public MatchRequestView {
    party = List.copyOf(party);
    relaxed = List.copyOf(relaxed);
  }

  /**
   * A friend in the party.
   *
   * @param nickname empty if the member no longer exists
   */
  public record Companion(MemberId member, Optional<String> nickname, Invitation.Answer answer) {}

  /**
   * A group that its members are asked about; who they are is told when all have accepted.
   *
   * @param people how many would be in it
   * @param accepted how many have accepted
   * @param mine whether this member has
   */
  public record Proposal(AllOf agreed, int people, int accepted, boolean mine, Instant respondBy) {}
}
