package dev.moim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiled code that is laid out like this project. The rules take all names of packages from here,
 * so that they hold for the project and for the miniature houses that show them to bite.
 *
 * @param root the package in which {@code domain}, {@code application}, {@code adapter.…}, {@code
 *     bootstrap} and {@code testkit} lie
 * @param classes main and test classes
 * @param mainCode tells the main classes from those of tests and from foreign ones
 * @param documentedErrors the codes in the table of errors
 */
record House(
    String root,
    JavaClasses classes,
    Predicate<JavaClass> mainCode,
    ContextMap contexts,
    Set<String> documentedErrors) {

  /** The main classes in any of these packages, each given from the root on, or below them. */
  DescribedPredicate<JavaClass> in(String... packages) {
    return anyOf(packages).and(main()).as("in " + String.join(" or ", packages));
  }

  /** The main classes in the packages of that name ({@code port.in}) that every context has. */
  DescribedPredicate<JavaClass> inEveryContext(String name) {
    Pattern pattern =
        Pattern.compile(Pattern.quote(root + ".application.") + "\\w+\\." + Pattern.quote(name));
    return DescribedPredicate.describe(
        "in application.*." + name,
        type ->
            contains(type)
                && pattern.matcher(type.getPackageName()).matches()
                && !type.getSimpleName().equals("package-info"));
  }

  DescribedPredicate<JavaClass> main() {
    return DescribedPredicate.describe("in the house", this::contains);
  }

  DescribedPredicate<JavaClass> tests() {
    return DescribedPredicate.describe("in the tests", type -> !contains(type));
  }

  /** The context of a class of domain or application; empty for all others. */
  Optional<String> contextOf(JavaClass type) {
    return contains(type) ? part(type, "(?:domain|application)") : Optional.empty();
  }

  /** The kind of adapter that a main class belongs to; empty for all others. */
  Optional<String> mainAdapterOf(JavaClass type) {
    return contains(type) ? adapterOf(type) : Optional.empty();
  }

  /** The kind of adapter, such as {@code web}, that a class belongs to; main or test. */
  Optional<String> adapterOf(JavaClass type) {
    return part(type, "adapter");
  }

  /** Whether it is a main class, or an array of one. */
  boolean contains(JavaClass type) {
    return mainCode.test(type.getBaseComponentType());
  }

  private Optional<String> part(JavaClass type, String layer) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(root) + "\\." + layer + "\\.(\\w+)(\\..*)?")
            .matcher(type.getPackageName());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private DescribedPredicate<JavaClass> anyOf(String... packages) {
    String[] full = new String[packages.length];
    for (int i = 0; i < full.length; i++) {
      full[i] = root + "." + packages[i] + "..";
    }
    return JavaClass.Predicates.resideInAnyPackage(full);
  }
}
