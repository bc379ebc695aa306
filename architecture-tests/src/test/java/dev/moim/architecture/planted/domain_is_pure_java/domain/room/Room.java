package dev.moim.architecture.planted.domain_is_pure_java.domain.room;

import dev.moim.architecture.planted.Planted;
import org.springframework.util.StringUtils;

/** Leans on a framework. */
@Planted
final class Room {
  boolean isNamed(String name) {
    return StringUtils.hasText(name);
  }
}
