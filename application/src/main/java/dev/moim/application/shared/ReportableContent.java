package dev.moim.application.shared;

import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of content that members may report, and that managers may hide. Each context offers its
 * kinds; whoever takes reports knows none of them.
 */
public interface ReportableContent {
  /**
   * A piece of content as a member sees it.
   *
   * @param author who answers for it
   * @param link its path, such as {@code /rooms/…}; at most 500 characters
   * @param texts what can be read, by name, such as {@code title}
   */
  record Seen(MemberId author, String link, Map<String, String> texts) {
    public Seen {
      texts = Map.copyOf(texts);
    }
  }

  /** Stable name of the kind, such as {@code ROOM}: at most 20 capital letters and underscores. */
  String kind();

  /** What a member sees of it; empty if there is none, or none that the member may see. */
  Optional<Seen> seenBy(MemberId viewer, UUID id);

  /**
   * Takes it from sight, in the running transaction; what is hidden already, or gone, stays as it
   * is. Whether that may be done is for the caller to check.
   *
   * @param by the manager
   * @param reason 1–500 code points
   */
  void hide(UUID id, MemberId by, Origin origin, String reason);
}
