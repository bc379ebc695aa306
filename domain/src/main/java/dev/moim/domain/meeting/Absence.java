package dev.moim.domain.meeting;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.shared.AbsenceId;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/** That a member let others wait once. */
public record Absence(
    AbsenceId id, MemberId member, CategoryKey category, AbsenceReason reason, Instant at) {}
