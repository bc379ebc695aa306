package dev.moim.adapter.web.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text that a signature is made of (RFC 9421, 2.5): each covered part of the request on a line
 * of its own, and what is said about the signature on the last.
 */
final class SignatureBase {
  private SignatureBase() {}

  /** Empty if the signature covers something twice, or something that the request does not have. */
  static Optional<String> of(HttpServletRequest request, StructuredFields.Input input) {
    Set<String> seen = new HashSet<>();
    StringBuilder base = new StringBuilder();
    for (String component : input.components()) {
      Optional<String> value = value(request, component);
      if (value.isEmpty() || !seen.add(component)) {
        return Optional.empty();
      }
      base.append('"').append(component).append("\": ").append(value.get()).append('\n');
    }
    return Optional.of(
        base.append("\"@signature-params\": ").append(input.serialized()).toString());
  }

  private static Optional<String> value(HttpServletRequest request, String component) {
    return switch (component) {
      case "@method" -> Optional.of(request.getMethod());
      case "@path" -> Optional.of(request.getRequestURI());
      case "@query" -> Optional.of("?" + Optional.ofNullable(request.getQueryString()).orElse(""));
      case "@authority" -> field(request, "host").map(host -> host.toLowerCase(Locale.ROOT));
      default ->
          component.startsWith("@") || !component.equals(component.toLowerCase(Locale.ROOT))
              ? Optional.empty()
              : field(request, component);
    };
  }

  /** The lines of a header as one (RFC 9421, 2.1). */
  static Optional<String> field(HttpServletRequest request, String name) {
    List<String> lines = Collections.list(request.getHeaders(name));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.stream().map(String::strip).collect(Collectors.joining(", ")));
  }
}
