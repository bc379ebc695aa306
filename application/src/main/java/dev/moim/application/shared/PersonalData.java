package dev.moim.application.shared;

import dev.moim.domain.shared.MemberId;
import java.util.List;
import java.util.Map;

/**
 * What one context keeps about a member, for the file that members may ask for. Each context offers
 * its part; whoever makes the file knows none of them.
 */
@FunctionalInterface
public interface PersonalData {
  /**
   * Everything about the member, by sections such as {@code rooms}, with an entry for each thing.
   * Values are texts, numbers, booleans, instants, and lists and maps of such. There are no secrets
   * in it, and nothing about other people that the member may not see.
   */
  Map<String, List<Map<String, Object>>> of(MemberId member);
}
