package dev.moim.domain.member;

import dev.moim.domain.shared.MemberId;
import java.time.Instant;

/**
 * An account elsewhere through which a member signs in.
 *
 * @param provider the operator's name for the provider, such as {@code github}
 * @param subject how the provider names the account, for good; never an e-mail address
 */
public record Identity(String provider, String subject, MemberId member, Instant linkedAt) {}
