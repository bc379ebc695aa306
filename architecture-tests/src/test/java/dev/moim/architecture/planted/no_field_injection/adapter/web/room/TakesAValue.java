package dev.moim.architecture.planted.no_field_injection.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import org.springframework.beans.factory.annotation.Value;

@Planted
class TakesAValue {
  @Value("${moim.name}")
  String name;
}
