package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import java.util.List;
import java.util.Map;

/** Hands a member everything that is kept about them. */
@FunctionalInterface
public interface ExportOwnData {
  /**
   * By section, such as {@code rooms}; see {@link dev.moim.application.shared.PersonalData} for
   * what the entries hold.
   */
  Map<String, List<Map<String, Object>>> export(Caller caller);
}
