package dev.moim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Finds what is wrong with a class: one sentence for each problem, without its subject. */
@FunctionalInterface
interface Problems {
  Stream<String> of(JavaClass type);

  /** The condition that a class has none of these problems; each is reported with its class. */
  static ArchCondition<JavaClass> mustNotExist(String description, Problems problems) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        problems
            .of(type)
            .distinct()
            .map(problem -> type.getName() + " " + problem + " in " + type.getSourceCodeLocation())
            .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
      }
    };
  }
}
