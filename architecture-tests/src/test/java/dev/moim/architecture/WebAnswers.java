package dev.moim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the methods that answer web requests return, down to the fields of the fields. */
record WebAnswers(House house) {
  private static final Set<String> HANDLERS =
      Set.of(
          "org.springframework.web.bind.annotation.RequestMapping",
          "org.springframework.web.bind.annotation.ExceptionHandler");

  static boolean hasHandlers(JavaClass type) {
    return type.getMethods().stream().anyMatch(WebAnswers::isHandler);
  }

  Stream<String> leaks(JavaClass type) {
    return type.getMethods().stream()
        .filter(WebAnswers::isHandler)
        .flatMap(handler ->
            domainTypesIn(handler)
                .map(leaked -> "answers with " + leaked + " from " + handler.getName() + "()"));
  }

  private static boolean isHandler(JavaMethod method) {
    return HANDLERS.stream()
        .anyMatch(name -> method.isAnnotatedWith(name) || method.isMetaAnnotatedWith(name));
  }

  private Stream<String> domainTypesIn(JavaMethod handler) {
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(handler.getReturnType().getAllInvolvedRawTypes());
    while (!open.isEmpty()) {
      JavaClass type = open.pop().getBaseComponentType();
      if (house.contains(type) && seen.add(type) && !house.in("domain").test(type)) {
        open.addAll(type.getSubclasses());
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .forEach(field -> open.addAll(field.getType().getAllInvolvedRawTypes()));
      }
    }
    return seen.stream().filter(house.in("domain")).map(JavaClass::getName).sorted();
  }
}
