package dev.moim.application.meeting.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;

/**
 * Says how many activity points somebody has, which everybody may know; those of a meeting only
 * when nobody reviews it any more, unless they are one's own.
 */
@FunctionalInterface
public interface ViewTotalScore {
  long total(Caller caller, MemberId member);
}
