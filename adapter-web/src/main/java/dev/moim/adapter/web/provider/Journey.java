package dev.moim.adapter.web.provider;

import dev.moim.application.member.port.in.CheckAccess;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser's way to a provider and back.
 *
 * @param page where it is sent in the end
 * @param link who wants an account there linked to the own one, if that is what it is for
 * @param until when it must be back
 */
record Journey(String provider, Page page, Optional<CheckAccess.Claim> link, Instant until) {}
