package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.FewThreads;
import dev.moim.application.member.port.in.ExportOwnData;
import dev.moim.domain.member.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the files of what is kept about members, a few at a time, since each is in memory as a
 * whole. Who waits for a turn has read nothing yet and holds nothing.
 */
final class Exports {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExportOwnData exportOwnData;
  private final FewThreads threads;

  Exports(ExportOwnData exportOwnData) {
    this(exportOwnData, AT_ONCE, PATIENCE);
  }

  Exports(ExportOwnData exportOwnData, int atOnce, Duration patience) {
    this.exportOwnData = exportOwnData;
    threads = new FewThreads("exports", atOnce, patience);
  }

  /**
   * Everything about the caller, by section.
   *
   * @throws dev.moim.domain.shared.DomainException as {@link ExportOwnData}; TOO_BUSY if there was
   *     no turn in time
   */
  Map<String, List<Map<String, Object>>> of(Caller caller) {
    return threads.run(() -> exportOwnData.export(caller));
  }
}
