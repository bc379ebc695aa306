package dev.moim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the architecture. Each constant is one; a new one needs a plant in {@link
 * RulesBiteTest} that it rejects.
 */
final class Rules {
  private static final String[] JDK = {"java..", "org.jspecify.annotations.."};

  /** They provide time and randomness, or tell at the command line how long something took. */
  private static final String[] PROVIDERS = {"bootstrap.system", "bootstrap.cli"};

  /** Not mapped superclasses: they are no rows, and entities of several packages extend one. */
  private static final List<String> JPA_CLASSES =
      List.of("jakarta.persistence.Entity", "jakarta.persistence.Embeddable");

  // What may depend on what

  static final Rule domain_is_pure_java =
      house ->
          classes()
              .that(house.in("domain"))
              .should()
              .onlyDependOnClassesThat(house.in("domain").or(resideInAnyPackage(JDK)))
              .because("the rules outlive every framework");

  static final Rule application_knows_only_domain =
      house ->
          classes()
              .that(house.in("application"))
              .should()
              .onlyDependOnClassesThat(
                  house.in("application", "domain").or(resideInAnyPackage(JDK)))
              .because("use cases reach the world through their ports");

  static final Rule adapters_do_not_know_each_other =
      house ->
          slices()
              .assignedFrom(Contexts.slices("adapters", house::mainAdapterOf))
              .should()
              .notDependOnEachOther()
              .because("each can be swapped by configuration alone");

  static final Rule adapters_do_not_touch_services =
      house ->
          noClasses()
              .that(house.in("adapter"))
              .should()
              .dependOnClassesThat(house.inEveryContext("service"))
              .because("adapters call use cases, by their interfaces");

  static final Rule nothing_knows_bootstrap =
      house ->
          noClasses()
              .that(house.in("domain", "application", "adapter"))
              .should()
              .dependOnClassesThat(house.in("bootstrap"))
              .because("it is the outermost ring");

  static final Rule contexts_depend_only_as_declared =
      house ->
          classes()
              .that(house.in("domain", "application"))
              .should(
                  Problems.mustNotExist(
                      "know other contexts only as the context map declares",
                      new Contexts(house)::undeclaredDependencies));

  static final Rule contexts_are_free_of_cycles =
      house ->
          slices()
              .assignedFrom(Contexts.slices("contexts", house::contextOf))
              .should()
              .beFreeOfCycles();

  // How the inside is built

  static final Rule no_ambient_time_or_randomness =
      house ->
          classes()
              .that(house.main().and(not(house.in(PROVIDERS))))
              .should(
                  Problems.mustNotExist(
                      "be given time and randomness, not fetch them", AmbientSources::in))
              .because("every rule can then be tested at any moment");

  static final Rule services_do_not_ask_for_types =
      house ->
          classes()
              .that(house.in("application"))
              .should(
                  Problems.mustNotExist(
                      "not ask which kind of domain type they hold",
                      type -> TypeQuestions.in(type, house.root() + ".domain.")))
              .because("the kinds answer for themselves: a new kind must not need a change here");

  static final Rule use_cases_are_single_method_interfaces =
      house ->
          classes()
              .that(house.inEveryContext("port.in").and(TOP_LEVEL_CLASSES))
              .should(
                  Problems.mustNotExist(
                      "be an interface with one method, or a result: a record, an enum or a sealed"
                          + " interface",
                      Rules::notAUseCase));

  static final Rule services_are_final =
      house ->
          classes()
              .that(house.inEveryContext("service").and(TOP_LEVEL_CLASSES).and(not(INTERFACES)))
              .should()
              .haveModifier(JavaModifier.FINAL);

  static final Rule aggregates_have_no_setters_or_public_constructors =
      house ->
          classes()
              .that(new Aggregates(house).all())
              .should(
                  Problems.mustNotExist(
                      "be final, made by factories and changed by verbs", Aggregates::openings));

  static final Rule aggregates_refer_to_others_by_id =
      house ->
          classes()
              .that(house.in("domain"))
              .should(
                  Problems.mustNotExist(
                      "hold the ids of aggregates, not aggregates",
                      new Aggregates(house)::foreignAggregates))
              .because("one transaction changes one aggregate");

  // How the adapters are built

  static final Rule jpa_entities_stay_package_private =
      house ->
          classes()
              .that(house.main().and(describe("are mapped by JPA", Rules::isMappedByJpa)))
              .should()
              .bePackagePrivate()
              .andShould()
              .resideInAPackage(house.root() + ".adapter.persistence..")
              .because("the schema is the business of one adapter");

  static final Rule web_returns_no_domain_type =
      house ->
          classes()
              .that(house.in("adapter.web").and(describe("answer", WebAnswers::hasHandlers)))
              .should(
                  Problems.mustNotExist(
                      "answer with types of their own", new WebAnswers(house)::leaks))
              .because("a change of the domain must not change the public API unseen");

  static final Rule no_field_injection =
      house ->
          noFields()
              .that()
              .areDeclaredInClassesThat(house.main())
              .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
              .because("what a class needs stands in its constructor");

  static final Rule no_standard_streams =
      house ->
          noClasses()
              .that(house.main())
              .should(ACCESS_STANDARD_STREAMS)
              .because("programs log, and the command line has its own writers");

  // What must not be forgotten

  static final Rule every_package_is_null_marked =
      house ->
          classes()
              .should(
                  Problems.mustNotExist(
                      "lie in a package that is @NullMarked", Rules::unmarkedPackage));

  static final Rule every_repository_port_has_a_contract_run_by_every_adapter =
      house ->
          classes()
              .that(new Contracts(house).ports())
              .should(
                  Problems.mustNotExist(
                      "have a contract that all its adapters pass",
                      new Contracts(house)::missingFor));

  static final Rule every_error_code_is_unique_and_documented =
      house ->
          classes()
              .that(new ErrorCodes(house).enums())
              .should(new ErrorCodes(house).beUniqueAndDocumented())
              .because("clients branch on them");

  private Rules() {}

  /** The names of all rules. */
  static List<String> names() {
    return Arrays.stream(Rules.class.getDeclaredFields())
        .filter(field -> field.getType() == Rule.class)
        .map(Field::getName)
        .toList();
  }

  static Rule named(String name) {
    try {
      return (Rule) Rules.class.getDeclaredField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no rule " + name, e);
    }
  }

  private static Stream<String> notAUseCase(JavaClass type) {
    if (type.isRecord() || type.isEnum() || type.isSealed()) {
      return Stream.empty();
    }
    if (!type.isInterface()) {
      return Stream.of("is neither a use case nor a result");
    }
    long methods =
        type.getAllMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
            .count();
    return methods == 1 ? Stream.empty() : Stream.of("has " + methods + " methods to implement");
  }

  private static boolean isMappedByJpa(JavaClass type) {
    return JPA_CLASSES.stream().anyMatch(type::isAnnotatedWith);
  }

  private static Stream<String> unmarkedPackage(JavaClass type) {
    return type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
        ? Stream.empty()
        : Stream.of("lies in " + type.getPackageName() + ", which is not @NullMarked");
  }
}
