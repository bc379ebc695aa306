package dev.moim.adapter.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an endpoint does not know, or that stand twice. An endpoint that
 * takes all of them as a map looks itself at those that it does not name.
 */
final class KnownParameters implements HandlerInterceptor {
  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
      Set<String> names = known.computeIfAbsent(method, KnownParameters::names);
      boolean takesAll = parametersOf(method).anyMatch(KnownParameters::isMap);
      parameters(request)
          .forEach((name, values) -> {
            if (!takesAll && !names.contains(name)) {
              throw Parameters.refuse(name, "UNKNOWN_PARAMETER");
            }
            if (values.length > 1) {
              throw Parameters.refuse(name, "REPEATED_PARAMETER");
            }
          });
    }
    return true;
  }

  /**
   * The container refuses what is not well-formed, such as {@code %zz}, with its own exceptions.
   */
  private static Map<String, String[]> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw WebError.notWellFormed();
    }
  }

  private static Set<String> names(HandlerMethod method) {
    return parametersOf(method)
        .filter(parameter -> !isMap(parameter))
        .map(KnownParameters::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<MethodParameter> parametersOf(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
  }

  private static boolean isMap(MethodParameter parameter) {
    return Map.class.isAssignableFrom(parameter.getParameterType());
  }

  private static String name(MethodParameter parameter) {
    String name = parameter.getParameter().getName();
    RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
    return declared == null || declared.name().isEmpty() ? name : declared.name();
  }
}
