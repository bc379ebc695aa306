package dev.moim.adapter.persistence.shared;

import java.util.List;

/** The entities of one context, which no other context sees. */
public record EntityClasses(List<Class<?>> classes) {
  public EntityClasses {
    classes = List.copyOf(classes);
  }

  public static EntityClasses of(Class<?>... classes) {
    return new EntityClasses(List.of(classes));
  }
}
