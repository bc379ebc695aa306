package dev.moim.application.member.port.out;

import dev.moim.domain.shared.MemberId;
import java.util.Optional;

/** The pictures of members, as PNG files of at most 256 KiB. */
public interface Pictures {
  Optional<byte[]> find(MemberId member);

  /** Replaces the member's picture. */
  void put(MemberId member, byte[] png);

  void remove(MemberId member);
}
