package dev.moim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.moim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule domain_is_pure_java =
      classes()
          .that()
          .resideInAPackage("dev.moim.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.moim.domain..", "org.jspecify..");

  @ArchTest
  static final ArchRule nothing_knows_bootstrap =
      classes()
          .that()
          .resideInAPackage("dev.moim.bootstrap..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("dev.moim.bootstrap..");
}
