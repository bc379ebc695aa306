package dev.moim.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where time and randomness come from without having been passed in. */
final class AmbientSources {
  private static final String CONSTRUCTOR = JavaConstructor.CONSTRUCTOR_NAME;

  /** Methods that are ambient whatever their arguments. */
  private static final Map<String, Set<String>> ALWAYS =
      Map.ofEntries(
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Random", Set.of(CONSTRUCTOR)),
          Map.entry(
              "java.security.SecureRandom",
              Set.of(CONSTRUCTOR, "getInstance", "getInstanceStrong")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
          Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
          Map.entry("java.time.ZoneId", Set.of("systemDefault")),
          Map.entry("java.util.TimeZone", Set.of("getDefault")),
          Map.entry("java.util.Calendar", Set.of("getInstance")));

  /** Methods that are ambient when nothing is passed that decides their result. */
  private static final Map<String, Set<String>> WITHOUT_ARGUMENTS =
      Map.of(
          "java.util.SplittableRandom", Set.of(CONSTRUCTOR),
          "java.util.Date", Set.of(CONSTRUCTOR),
          "java.util.GregorianCalendar", Set.of(CONSTRUCTOR));

  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

  private AmbientSources() {}

  /** Calls of, and references to, such methods. */
  static Stream<String> in(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream()
        .filter(access -> isAmbient(access.getTarget()))
        .map(JavaCodeUnitAccess::getDescription);
  }

  private static boolean isAmbient(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    String method = target.getName();
    List<String> arguments =
        target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    if (CLOCKS.contains(owner)) {
      return (method.startsWith("system") || method.startsWith("tick"))
          && !CLOCKS.contains(arguments.isEmpty() ? "" : arguments.getFirst());
    }
    if (owner.startsWith("java.time.") && method.equals("now")) {
      return arguments.stream().noneMatch(CLOCKS::contains);
    }
    if (owner.equals("java.util.Collections") && method.equals("shuffle")) {
      return arguments.size() == 1;
    }
    return ALWAYS.getOrDefault(owner, Set.of()).contains(method)
        || (arguments.isEmpty()
            && WITHOUT_ARGUMENTS.getOrDefault(owner, Set.of()).contains(method));
  }
}
