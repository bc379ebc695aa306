package dev.moim.application.matching.service;

import dev.moim.application.member.port.in.KeptApart;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks between members, as far as they forbid to bring some together. */
final class Blocks {
  private final KeptApart apart;

  Blocks(KeptApart apart) {
    this.apart = apart;
  }

  /**
   * Whether somebody who comes to a group keeps apart from one who is in it, or comes too. Friends
   * of one party have chosen each other, whatever has happened between them since; and whoever is
   * in one meeting already stays together, also where their group becomes part of another: the
   * engine does not tell them apart, so a refusal would be repeated for ever.
   *
   * @param all those too who come
   */
  boolean forbid(List<MatchRequest.Snapshot> coming, List<MatchRequest.Snapshot> all) {
    Map<MemberId, Set<MemberId>> others =
        apart.of(coming.stream().map(MatchRequest.Snapshot::member).toList());
    return coming.stream()
        .anyMatch(one ->
            all.stream()
                .filter(other -> !one.leading().equals(other.leading()) && !areTogether(one, other))
                .anyMatch(
                    other -> others.getOrDefault(one.member(), Set.of()).contains(other.member())));
  }

  private static boolean areTogether(MatchRequest.Snapshot one, MatchRequest.Snapshot other) {
    return one.meeting().isPresent() && one.meeting().equals(other.meeting());
  }
}
