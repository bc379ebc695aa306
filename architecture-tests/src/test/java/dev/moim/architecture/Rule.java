package dev.moim.architecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/** A rule of the architecture, which can be held against any house. */
@FunctionalInterface
interface Rule {
  ArchRule in(House house);

  default EvaluationResult evaluate(House house) {
    return in(house).evaluate(house.classes());
  }
}
