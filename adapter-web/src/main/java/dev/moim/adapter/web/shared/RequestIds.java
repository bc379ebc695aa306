package dev.moim.adapter.web.shared;

import dev.moim.application.shared.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an identifier: the caller's {@code X-Request-Id} if it is well-formed, else a
 * new one. It stands in the answer, in every problem as {@code traceId}, and in every log line.
 */
final class RequestIds extends OncePerRequestFilter {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = RequestIds.class.getName();
  private static final String MDC_KEY = "requestId";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Ids ids;

  RequestIds(Ids ids) {
    this.ids = ids;
  }

  /** The identifier of a request; one that came past this filter has none. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "-";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader(HEADER);
    String id = given != null && FORM.matcher(given).matches() ? given : ids.next().toString();
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader(HEADER, id);
    MDC.put(MDC_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(MDC_KEY);
    }
  }
}
