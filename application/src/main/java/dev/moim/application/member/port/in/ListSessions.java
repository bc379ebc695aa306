package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.SessionId;
import java.util.List;

/** Lists one's own sessions that go on, the one used last first. */
@FunctionalInterface
public interface ListSessions {
  List<SessionInfo> list(Caller caller, SessionId current);
}
