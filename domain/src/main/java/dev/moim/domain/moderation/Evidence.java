package dev.moim.domain.moderation;

import dev.moim.domain.shared.MemberId;
import java.util.Map;

/**
 * What was reported as it stood then; it stays when the content is changed or hidden.
 *
 * @param author who answers for the content
 * @param link the path of the content, such as {@code /rooms/…}
 * @param texts what could be read, by name, such as {@code title}
 */
public record Evidence(MemberId author, String link, Map<String, String> texts) {
  public Evidence {
    texts = Map.copyOf(texts);
  }
}
