package dev.moim.application.member.port.in;

import dev.moim.domain.member.PictureTag;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/** A member as seen by others: nothing but this. */
public record ProfileView(MemberId id, String nickname, Optional<PictureTag> picture) {}
