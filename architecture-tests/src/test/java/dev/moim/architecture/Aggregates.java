package dev.moim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The aggregates of a house: what a driven port saves, and every domain class with a {@code
 * Snapshot}.
 */
record Aggregates(House house) {
  private static final Pattern ACCESSOR = Pattern.compile("[sg]et[A-Z].*");

  DescribedPredicate<JavaClass> all() {
    return house
        .in("domain")
        .and(DescribedPredicate.describe("aggregates", this::isAggregate))
        .as("aggregates");
  }

  static Stream<String> openings(JavaClass aggregate) {
    List<String> problems = new ArrayList<>();
    if (!aggregate.getModifiers().contains(JavaModifier.FINAL)) {
      problems.add("is not final");
    }
    aggregate.getConstructors().stream()
        .filter(constructor -> !isPrivate(constructor))
        .forEach(constructor -> problems.add("has an open constructor"));
    aggregate.getMethods().stream()
        .filter(method -> ACCESSOR.matcher(method.getName()).matches())
        .forEach(method -> problems.add("has " + method.getName() + "()"));
    aggregate.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !isPrivate(field))
        .forEach(field -> problems.add("has the open field " + field.getName()));
    return problems.stream();
  }

  /** What ties a class of the domain to an aggregate that is not its own. */
  Stream<String> foreignAggregates(JavaClass type) {
    JavaClass own = Contexts.outermost(type);
    Stream<JavaClass> known =
        isAggregate(own)
            ? type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
            : type.getFields().stream()
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream());
    return known
        .map(target -> Contexts.outermost(target.getBaseComponentType()))
        .filter(target -> !target.equals(own) && isAggregate(target))
        .map(target -> "knows the aggregate " + target.getName() + " itself, not by its id");
  }

  private boolean isAggregate(JavaClass type) {
    return type.isTopLevelClass()
        && house.in("domain").test(type)
        && (house.classes().contain(type.getName() + "$Snapshot") || isSaved(type));
  }

  private boolean isSaved(JavaClass type) {
    return type.getMethodsWithParameterTypeOfSelf().stream()
        .anyMatch(method ->
            method.getName().equals("save")
                && house.inEveryContext("port.out").test(method.getOwner()));
  }

  private static boolean isPrivate(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PRIVATE);
  }
}
