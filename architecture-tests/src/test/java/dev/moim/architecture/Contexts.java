package dev.moim.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges what the contexts of a house know of each other by its {@link ContextMap}. */
record Contexts(House house) {
  Stream<String> undeclaredDependencies(JavaClass origin) {
    return across(origin)
        .filter(dependency -> !isDeclared(dependency))
        .map(dependency ->
            "knows "
                + dependency.getTargetClass().getName()
                + ", which the context map does not allow: "
                + dependency.getDescription());
  }

  /** Every link that some class of the house makes use of, such as {@code room uses meeting}. */
  Set<String> linksInUse() {
    Set<String> links = new TreeSet<>();
    house.classes().stream()
        .flatMap(this::across)
        .filter(dependency -> !to(dependency).equals(ContextMap.SHARED))
        .map(dependency -> from(dependency) + " " + verb(dependency) + " " + to(dependency))
        .forEach(links::add);
    return links;
  }

  /** Every link in the context map. */
  Set<String> linksDeclared() {
    Set<String> links = new TreeSet<>();
    for (ContextMap.Context context : house.contexts().contexts().values()) {
      context.uses().forEach(other -> links.add(context.name() + " uses " + other));
      context.hears().forEach(other -> links.add(context.name() + " hears " + other));
    }
    return links;
  }

  /** Cuts a house into slices by a name that some of its classes have. */
  static SliceAssignment slices(String description, Function<JavaClass, Optional<String>> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return name.apply(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
      }

      @Override
      public String getDescription() {
        return description;
      }
    };
  }

  private Stream<Dependency> across(JavaClass origin) {
    Optional<String> own = house.contextOf(origin);
    if (own.isEmpty()) {
      return Stream.empty();
    }
    return origin.getDirectDependenciesFromSelf().stream()
        .filter(dependency ->
            house
                .contextOf(dependency.getTargetClass())
                .filter(other -> !other.equals(own.get()))
                .isPresent());
  }

  private boolean isDeclared(Dependency dependency) {
    Optional<ContextMap.Context> from = house.contexts().find(from(dependency));
    Optional<ContextMap.Context> to = house.contexts().find(to(dependency));
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    return switch (verb(dependency)) {
      case "shares" -> true;
      case "hears" -> from.get().hears().contains(to.get().name());
      case "uses" -> from.get().uses().contains(to.get().name());
      default -> false;
    };
  }

  private String verb(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String context = to(dependency);
    if (context.equals(ContextMap.SHARED)) {
      return "shares";
    }
    JavaClass outermost = outermost(target);
    if (isEvent(target)) {
      return "hears";
    }
    boolean isUseCase =
        target.getPackageName().equals(house.root() + ".application." + context + ".port.in");
    boolean isPublished =
        target.getPackageName().startsWith(house.root() + ".domain.")
            && house
                .contexts()
                .find(context)
                .filter(it -> it.shows(outermost.getSimpleName()))
                .isPresent();
    return isUseCase || isPublished ? "uses" : "pries into";
  }

  private boolean isEvent(JavaClass type) {
    return type.isAssignableTo(house.root() + ".domain.shared.DomainEvent")
        || type.getEnclosingClass().filter(this::isEvent).isPresent();
  }

  private String from(Dependency dependency) {
    return house.contextOf(dependency.getOriginClass()).orElseThrow();
  }

  private String to(Dependency dependency) {
    return house.contextOf(dependency.getTargetClass()).orElseThrow();
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Contexts::outermost).orElse(type);
  }
}
