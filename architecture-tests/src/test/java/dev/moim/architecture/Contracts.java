package dev.moim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contracts of the driven ports. A driven port is an interface of a context's {@code port.out},
 * or one of {@code application.shared} that some adapter implements. Its contract is the abstract
 * test {@code <Port>Contract} of the test kit; an adapter runs it by a concrete subclass among its
 * own tests.
 */
record Contracts(House house) {
  DescribedPredicate<JavaClass> ports() {
    return house
        .inEveryContext("port.out")
        .or(house.in("application.shared").and(implementedByAnAdapter()))
        .and(JavaClass.Predicates.INTERFACES)
        .and(JavaClass.Predicates.TOP_LEVEL_CLASSES)
        .as("driven ports");
  }

  Stream<String> missingFor(JavaClass port) {
    List<JavaClass> contracts =
        house.classes().stream()
            .filter(type ->
                type.getSimpleName().equals(port.getSimpleName() + "Contract")
                    && type.getPackageName().startsWith(house.root() + ".testkit."))
            .toList();
    if (contracts.size() != 1) {
      return Stream.of("has " + contracts.size() + " contracts in the test kit");
    }
    JavaClass contract = contracts.getFirst();
    Set<String> untested = new TreeSet<>();
    for (JavaClass implementation : port.getAllSubclasses()) {
      Optional<String> adapter = house.adapterOf(implementation);
      if (house.contains(implementation)
          && adapter.isPresent()
          && !isRunBy(adapter.get(), contract)) {
        untested.add(implementation.getName());
      }
    }
    return untested.stream()
        .map(
            name -> "is implemented by " + name + ", whose tests do not run " + contract.getName());
  }

  private boolean isRunBy(String adapter, JavaClass contract) {
    return contract.getAllSubclasses().stream()
        .anyMatch(test ->
            house.tests().test(test)
                && house.adapterOf(test).equals(Optional.of(adapter))
                && !test.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  private DescribedPredicate<JavaClass> implementedByAnAdapter() {
    return DescribedPredicate.describe(
        "implemented by an adapter",
        port -> port.getAllSubclasses().stream().anyMatch(house.in("adapter")));
  }
}
