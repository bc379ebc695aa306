package dev.moim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The codes of all errors of a house, and whether its table of errors tells of them. */
record ErrorCodes(House house) {
  DescribedPredicate<JavaClass> enums() {
    return house
        .main()
        .and(JavaClass.Predicates.ENUMS)
        .and(JavaClass.Predicates.assignableTo(house.root() + ".domain.shared.ErrorCode"))
        .as("enums of error codes");
  }

  ArchCondition<JavaClass> beUniqueAndDocumented() {
    return new ArchCondition<>("be unique and documented, and nothing else be documented") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        problems(type)
            .map(problem -> type.getName() + "." + problem)
            .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
      }

      @Override
      public void finish(ConditionEvents events) {
        Set<String> dead = new TreeSet<>(house.documentedErrors());
        house.classes().stream().filter(enums()).forEach(type -> names(type).forEach(dead::remove));
        dead.forEach(name ->
            events.add(
                SimpleConditionEvent.violated(
                    name, "the table of errors has " + name + ", which no enum has")));
      }
    };
  }

  private Stream<String> problems(JavaClass type) {
    return names(type)
        .flatMap(name -> {
          Stream<String> twins =
              house.classes().stream()
                  .filter(enums())
                  .filter(other -> !other.equals(type) && names(other).anyMatch(name::equals))
                  .map(other -> name + " is also a code of " + other.getName());
          return house.documentedErrors().contains(name)
              ? twins
              : Stream.concat(twins, Stream.of(name + " is not in the table of errors"));
        });
  }

  private static Stream<String> names(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
        .map(JavaField::getName);
  }
}
