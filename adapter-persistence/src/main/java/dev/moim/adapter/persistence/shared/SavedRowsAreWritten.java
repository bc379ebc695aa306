package dev.moim.adapter.persistence.shared;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells Hibernate that an aggregate's row is to be written if it was saved, and otherwise not.
 * Hibernate would compare columns instead, and leave the version of an unchanged row as it is.
 */
final class SavedRowsAreWritten implements Interceptor {
  @Override
  public int @Nullable [] findDirty(
      Object entity,
      Object id,
      @Nullable Object[] currentState,
      @Nullable Object[] previousState,
      String[] propertyNames,
      Type[] types) {
    if (!(entity instanceof VersionedRow row)) {
      return null;
    }
    return row.isSaved()
        ? IntStream.range(0, types.length).filter(i -> !types[i].isCollectionType()).toArray()
        : new int[0];
  }

  @Override
  public void postFlush(Iterator<Object> entities) {
    entities.forEachRemaining(entity -> {
      if (entity instanceof VersionedRow row) {
        row.markWritten();
      }
    });
  }
}
