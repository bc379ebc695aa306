package dev.moim.application.meeting.service;

import dev.moim.domain.meeting.PauseRule;
import java.time.Duration;

/**
 * What an operator may set about meetings.
 *
 * @param pause which absences keep somebody from being matched, and for how long
 */
public record MeetingSettings(PauseRule pause) {
  /** Three absences in 30 days pause for 7 days. */
  public static final MeetingSettings DEFAULT =
      new MeetingSettings(new PauseRule(3, Duration.ofDays(30), Duration.ofDays(7)));
}
