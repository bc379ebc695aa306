package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of rooms. */
@Configuration(proxyBeanMethods = false)
public class RoomPersistence {
  @Bean
  EntityClasses roomEntities() {
    return EntityClasses.of(RoomRow.class, SeatClaimRow.class, CommentRow.class);
  }

  @Bean
  JpaRooms rooms(CurrentSession current) {
    return new JpaRooms(current);
  }

  @Bean
  JpaRoomList roomList(CurrentSession current) {
    return new JpaRoomList(current);
  }

  @Bean
  JpaOpenSeats openSeats(CurrentSession current) {
    return new JpaOpenSeats(current);
  }

  @Bean
  JpaComments comments(CurrentSession current) {
    return new JpaComments(current);
  }
}
