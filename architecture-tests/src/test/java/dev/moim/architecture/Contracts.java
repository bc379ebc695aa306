package dev.moim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of the driven ports. A driven port is an interface of a context's {@code port.out},
 * or one of {@code application.shared} that some adapter implements. Its contract is the abstract
 * test {@code <Port>Contract} of the test kit, or, where one test speaks of two ports, a contract
 * that asks its subclasses for the port by an abstract method. An adapter runs it by a concrete
 * subclass among its own tests.
 */
record Contracts(House house) {
  /**
   * Ports that promise nothing that could be tested on its own: a maker of caches, which have a
   * contract themselves, and a hint that may get lost.
   */
  private static final Set<String> WITHOUT = Set.of("Caches", "OutboxSignal");

  DescribedPredicate<JavaClass> ports() {
    return house
        .inEveryContext("port.out")
        .or(house.in("application.shared").and(implementedByAnAdapter()))
        .and(JavaClass.Predicates.INTERFACES)
        .and(JavaClass.Predicates.TOP_LEVEL_CLASSES)
        .and(describe("with a promise", port -> !WITHOUT.contains(port.getSimpleName())))
        .as("driven ports");
  }

  Stream<String> missingFor(JavaClass port) {
    Set<JavaClass> contracts = contractsOf(port);
    if (contracts.isEmpty()) {
      return Stream.of("has no contract in the test kit");
    }
    Set<String> untested = new TreeSet<>();
    for (JavaClass implementation : port.getAllSubclasses()) {
      Optional<String> adapter = house.adapterOf(implementation);
      if (house.contains(implementation)
          && adapter.isPresent()
          && contracts.stream().noneMatch(contract -> isRunBy(adapter.get(), contract))) {
        untested.add(implementation.getName());
      }
    }
    return untested.stream()
        .map(name -> "is implemented by " + name + ", whose tests do not run its contract");
  }

  private Set<JavaClass> contractsOf(JavaClass port) {
    Set<JavaClass> all =
        house.classes().stream()
            .filter(type ->
                type.getSimpleName().endsWith("Contract")
                    && type.getPackageName().startsWith(house.root() + ".testkit."))
            .collect(Collectors.toSet());
    Set<JavaClass> own =
        all.stream()
            .filter(type -> type.getSimpleName().equals(port.getSimpleName() + "Contract"))
            .collect(Collectors.toSet());
    return own.isEmpty()
        ? all.stream().filter(type -> asksFor(type, port)).collect(Collectors.toSet())
        : own;
  }

  private static boolean asksFor(JavaClass contract, JavaClass port) {
    return contract.getMethods().stream()
        .anyMatch(method ->
            method.getModifiers().contains(JavaModifier.ABSTRACT)
                && method.getRawReturnType().equals(port));
  }

  private boolean isRunBy(String adapter, JavaClass contract) {
    return contract.getAllSubclasses().stream()
        .anyMatch(test ->
            house.tests().test(test)
                && house.adapterOf(test).equals(Optional.of(adapter))
                && !test.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  private DescribedPredicate<JavaClass> implementedByAnAdapter() {
    return describe(
        "implemented by an adapter",
        port -> port.getAllSubclasses().stream().anyMatch(house.in("adapter")));
  }
}
