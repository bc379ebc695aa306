package dev.moim.architecture.planted.no_field_injection.adapter.web.room;

import dev.moim.architecture.planted.Planted;
import org.springframework.beans.factory.annotation.Autowired;

@Planted
class Autowires {
  @Autowired Object rooms;
}
