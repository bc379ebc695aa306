package dev.moim.adapter.persistence.room;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The stores of rooms. */
@Configuration(proxyBeanMethods = false)
public class RoomPersistence {
  @Bean
  EntityClasses roomEntities() {
    return EntityClasses.of(
        RoomRow.class,
        MemberLockRow.class,
        CommentRow.class,
        RoomFacetRow.class,
        StoreUpkeepRow.class);
  }

  @Bean
  RoomFacets roomFacets(CurrentSession current, ObjectProvider<Categories> categories) {
    Supplier<Categories> known = SingletonSupplier.ofNullable(categories::getIfAvailable);
    return new RoomFacets(current, () -> Optional.ofNullable(known.get()));
  }

  @Bean
  FacetUpkeep facetUpkeep(
      CurrentSession current, Transactions transactions, RoomFacets facets, JpaRooms rooms) {
    return new FacetUpkeep(current, transactions, facets, rooms);
  }

  @Bean
  JpaRooms rooms(CurrentSession current, RoomFacets facets) {
    return new JpaRooms(current, facets);
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
