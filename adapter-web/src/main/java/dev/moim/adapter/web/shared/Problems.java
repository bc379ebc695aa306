package dev.moim.adapter.web.shared;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns everything that goes wrong into problems (RFC 9457): the one place where exceptions become
 * answers. What nobody foresaw is logged once with its stack, and shown only as an identifier.
 */
public final class Problems implements HandlerExceptionResolver {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  /** More invalid fields than this help nobody. */
  private static final int MOST_ERRORS = 100;

  private final Texts texts;
  private final JsonMapper json;

  Problems(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    write(request, response, exception);
    return new ModelAndView();
  }

  /** Answers with the problem that the exception stands for, unless an answer is under way. */
  public void write(HttpServletRequest request, HttpServletResponse response, Exception exception) {
    if (exception instanceof AsyncRequestNotUsableException || response.isCommitted()) {
      LOG.debug("nobody can be told any more", exception);
      return;
    }
    DomainException refusal = refusal(request, response, exception);
    write(request, response, refusal);
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, DomainException refusal) {
    int status = ProblemCatalogue.status(refusal.code());
    Language language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    byte[] body = json.writeValueAsBytes(problem(request, refusal, status, language));
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Texts.tag(language));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (status == 503 || status == 429) {
      Object seconds =
          refusal.details().getOrDefault(DomainException.RETRY_AFTER, RETRY_AFTER_SECONDS);
      response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
    }
    if (status == 401 && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
    } catch (IOException gone) {
      LOG.debug("the caller is gone", gone);
    }
  }

  private Problem problem(
      HttpServletRequest request, DomainException refusal, int status, Language language) {
    ErrorCode code = refusal.code();
    Map<String, Object> details = plain(refusal.details());
    String title = text(language, code, ".title", details);
    List<Problem.Field> errors =
        refusal.fieldErrors().stream()
            .limit(MOST_ERRORS)
            .map(error -> field(error, language))
            .toList();
    return new Problem(
        "/problems/" + code.name(),
        title,
        status,
        text(language, code, ".detail", details),
        Objects.requireNonNullElse(request.getRequestURI(), "/"),
        code.name(),
        details.isEmpty() ? null : details,
        errors.isEmpty() ? null : errors,
        RequestIds.of(request));
  }

  private Problem.Field field(FieldError error, Language language) {
    return new Problem.Field(error.pointer(), error.code(), message(error, language));
  }

  /** Where the error knows a detail for which there is a text of its own, that is told. */
  private String message(FieldError error, Language language) {
    String key = "field." + error.code();
    return error.details().keySet().stream()
        .flatMap(detail -> texts.find(language, key + "." + detail, error.details()).stream())
        .findFirst()
        .or(() -> texts.find(language, key, error.details()))
        .orElse(error.code());
  }

  private String text(
      Language language, ErrorCode code, String suffix, Map<String, Object> details) {
    return texts.find(language, code.name() + suffix, details).orElse(code.title());
  }

  /** Identifiers and enums as text: details hold values of the domain. */
  private static Map<String, Object> plain(Map<String, Object> details) {
    Map<String, Object> plain = new LinkedHashMap<>();
    details.forEach((name, value) -> plain.put(name, value instanceof Number n ? n : "" + value));
    return plain;
  }

  private static DomainException refusal(
      HttpServletRequest request, HttpServletResponse response, Exception exception) {
    return switch (exception) {
      case DomainException refused -> refused;
      case ConcurrencyConflict conflict -> {
        LOG.warn("a write was not tried again after a conflict", conflict);
        yield SharedError.TOO_BUSY.exception();
      }
      case NoResourceFoundException e -> WebError.UNKNOWN_PATH.exception();
      case NoHandlerFoundException e -> WebError.UNKNOWN_PATH.exception();
      case HttpRequestMethodNotSupportedException e -> {
        String[] supported = e.getSupportedMethods();
        if (supported != null) {
          response.setHeader(HttpHeaders.ALLOW, String.join(", ", supported));
        }
        yield WebError.METHOD_NOT_ALLOWED.exception();
      }
      case HttpMediaTypeNotAcceptableException e ->
          WebError.NOT_ACCEPTABLE.because("available", available(e.getSupportedMediaTypes()));
      case HttpMediaTypeNotSupportedException e -> WebError.UNSUPPORTED_MEDIA_TYPE.exception();
      case AccessDeniedException e -> SharedError.NOT_ALLOWED.exception();
      case AuthenticationException e -> SharedError.NOT_SIGNED_IN.exception();
      case HttpMessageNotReadableException e -> WebError.MALFORMED.exception();
      case RequestRejectedException e -> WebError.notWellFormed();
      case ServletRequestBindingException e -> WebError.MALFORMED.exception();
      case MethodArgumentTypeMismatchException e -> WebError.MALFORMED.exception();
      default -> unforeseen(request, exception);
    };
  }

  /** What can be had instead, without parameters. */
  private static String available(List<MediaType> supported) {
    return supported.isEmpty()
        ? MediaType.APPLICATION_JSON_VALUE
        : supported.stream()
            .map(type -> type.getType() + "/" + type.getSubtype())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static DomainException unforeseen(HttpServletRequest request, Exception exception) {
    LOG.error(
        "{} {} failed; the caller was told {}",
        request.getMethod(),
        request.getRequestURI(),
        RequestIds.of(request),
        exception);
    return WebError.INTERNAL_ERROR.exception();
  }
}
