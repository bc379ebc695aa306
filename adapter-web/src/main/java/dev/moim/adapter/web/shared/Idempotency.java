package dev.moim.adapter.web.shared;

import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.SharedError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UrlPathHelper;

/**
 * Lets a signed-in client repeat a {@code POST} safely: the same {@code Idempotency-Key} with the
 * same body gets the first answer again, marked {@code Idempotent-Replay: true}.
 *
 * <p>Looking for the answer, carrying the request out and keeping its answer are one transaction,
 * which the writes of the use case join: whatever happens, there are effect and answer or neither.
 * It stands around the handler itself, where a lost race comes by before it is made an answer of,
 * so that the whole is tried again; the response is held until the commit.
 *
 * <p>Only what succeeded (2xx) is kept. A refusal is rolled back and a repetition is judged anew,
 * by the state of then; the same holds for a failure (5xx), where trying again is the very purpose.
 * Requests about sessions are left alone: their answers hold tokens, which are stored nowhere; and
 * so is what changes nothing ({@link ChangesNothing}).
 */
final class Idempotency extends RequestMappingHandlerAdapter {
  static final String HEADER = "Idempotency-Key";
  static final String REPLAY = "Idempotent-Replay";
  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,255}");
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

  private final IdempotentAnswers answers;
  private final Transactions transactions;
  private final Clock clock;

  Idempotency(IdempotentAnswers answers, Transactions transactions, Clock clock) {
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected @Nullable ModelAndView handleInternal(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
      throws Exception {
    String value = request.getHeader(HEADER);
    Optional<MemberId> member = SignedIn.member();
    if (value == null || member.isEmpty() || !isRepeatable(request, handler)) {
      return super.handleInternal(request, response, handler);
    }
    if (!FORM.matcher(value).matches() || Collections.list(request.getHeaders(HEADER)).size() > 1) {
      throw WebError.INVALID_IDEMPOTENCY_KEY.exception();
    }
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    var key = new IdempotentAnswers.Key(member.get(), value);
    new Execution(
            key, fingerprint(request), held, () -> super.handleInternal(request, held, handler))
        .answer();
    return null;
  }

  private static boolean isRepeatable(HttpServletRequest request, HandlerMethod handler) {
    return request.getMethod().equals("POST")
        && !handler.hasMethodAnnotation(ChangesNothing.class)
        && !UrlPathHelper.defaultInstance
            .getPathWithinApplication(request)
            .startsWith("/api/v1/sessions");
  }

  /** A request under a key. */
  private final class Execution {
    private final IdempotentAnswers.Key key;
    private final String fingerprint;
    private final ContentCachingResponseWrapper held;
    private final Callable<@Nullable ModelAndView> handling;
    private final Map<String, List<String>> headersBefore = new LinkedHashMap<>();

    /** What the last attempt failed with, before the store had a say. */
    private @Nullable RuntimeException thrown;

    Execution(
        IdempotentAnswers.Key key,
        String fingerprint,
        ContentCachingResponseWrapper held,
        Callable<@Nullable ModelAndView> handling) {
      this.key = key;
      this.fingerprint = fingerprint;
      this.held = held;
      this.handling = handling;
      held.getHeaderNames()
          .forEach(name -> headersBefore.put(name, List.copyOf(held.getHeaders(name))));
    }

    void answer() throws Exception {
      Optional<IdempotentAnswers.Answer> earlier;
      try {
        earlier = settle();
      } catch (RuntimeException failure) {
        earlier = answeredMeanwhile(failure);
        if (earlier.isEmpty()) {
          refuse(failure);
        }
      }
      if (earlier.isPresent()) {
        clear();
        replay(earlier.get(), held);
      }
      held.copyBodyToResponse();
    }

    /**
     * A rule that only the store found broken, when it wrote, is one that another request got ahead
     * with: the use case, asked once more, says what stands in the way.
     */
    private Optional<IdempotentAnswers.Answer> settle() {
      try {
        return transactions.write(this::attempt);
      } catch (DomainException refusal) {
        if (refusal.equals(thrown) || refusal.code() == SharedError.TOO_BUSY) {
          throw refusal;
        }
        return transactions.write(this::attempt);
      }
    }

    /** An earlier answer; empty if there was none and the request was carried out now. */
    private Optional<IdempotentAnswers.Answer> attempt() {
      clear();
      try {
        Optional<IdempotentAnswers.Answer> earlier = earlier();
        if (earlier.isEmpty()) {
          handle();
          answers.keep(key, fingerprint, kept(held), clock.now());
        }
        return earlier;
      } catch (RuntimeException failure) {
        thrown = failure;
        throw failure;
      }
    }

    private Optional<IdempotentAnswers.Answer> earlier() {
      return answers
          .find(key)
          .map(kept -> {
            if (!kept.fingerprint().equals(fingerprint)) {
              throw WebError.IDEMPOTENCY_KEY_REUSED.exception();
            }
            return kept.answer();
          });
    }

    private void handle() {
      try {
        handling.call();
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new Undone(failure);
      }
      if (held.getStatus() < 200 || held.getStatus() >= 300) {
        throw new Undone(null);
      }
    }

    /** What stands in the way may be the effect of the same request, sent at the same time. */
    private Optional<IdempotentAnswers.Answer> answeredMeanwhile(RuntimeException failure) {
      try {
        return transactions.read(this::earlier);
      } catch (RuntimeException further) {
        if (!further.equals(failure)) {
          failure.addSuppressed(further);
        }
        return Optional.empty();
      }
    }

    private void refuse(RuntimeException failure) throws Exception {
      if (failure instanceof Undone undone) {
        if (undone.getCause() instanceof Exception cause) {
          clear();
          throw cause;
        }
        return;
      }
      clear();
      throw failure;
    }

    /** Takes back what an attempt has put into the response. */
    private void clear() {
      if (!held.isCommitted()) {
        held.reset();
        headersBefore.forEach(
            (name, values) -> values.forEach(value -> held.addHeader(name, value)));
      }
    }
  }

  /** Rolls back a request that was refused: by the held response, or by a checked exception. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undone(@Nullable Exception cause) {
      super(cause);
    }
  }

  private static IdempotentAnswers.Answer kept(ContentCachingResponseWrapper held) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = held.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new IdempotentAnswers.Answer(
        held.getStatus(),
        headers,
        new String(held.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static void replay(IdempotentAnswers.Answer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader(REPLAY, "true");
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static String fingerprint(HttpServletRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // What one was answered in another role is nobody's any more.
      String target =
          SignedIn.access().map(access -> access.caller().role().name()).orElse("")
              + " "
              + request.getMethod()
              + " "
              + request.getRequestURI()
              + "?"
              + request.getQueryString();
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(RequestBodies.of(request)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
