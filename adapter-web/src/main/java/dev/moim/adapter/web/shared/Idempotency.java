package dev.moim.adapter.web.shared;

import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UrlPathHelper;

/**
 * Lets a signed-in client repeat a {@code POST} safely: the same {@code Idempotency-Key} with the
 * same body gets the first answer again, marked {@code Idempotent-Replay: true}.
 *
 * <p>Only what succeeded (2xx) is kept. A refusal changed nothing, so its claim is given back and a
 * repetition is judged anew, by the state of then; the same holds for a failure (5xx), where trying
 * again is the very purpose. While the first request runs, a second is told so (409). Requests
 * about sessions are left alone: their answers hold tokens, which are stored nowhere.
 */
final class Idempotency extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  static final String REPLAY = "Idempotent-Replay";
  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,255}");
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

  private final IdempotentAnswers answers;
  private final Transactions transactions;
  private final Clock clock;
  private final Problems problems;

  Idempotency(
      IdempotentAnswers answers, Transactions transactions, Clock clock, Problems problems) {
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || UrlPathHelper.defaultInstance
            .getPathWithinApplication(request)
            .startsWith("/api/v1/sessions");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<MemberId> member = SignedIn.member();
    if (member.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    String value = request.getHeader(HEADER);
    if (!FORM.matcher(value).matches()) {
      problems.write(request, response, WebError.INVALID_IDEMPOTENCY_KEY.exception());
      return;
    }
    IdempotentAnswers.Key key = new IdempotentAnswers.Key(member.get(), value);
    IdempotentAnswers.Claim claim;
    try {
      String fingerprint = fingerprint(request);
      claim = transactions.write(() -> answers.claim(key, fingerprint, clock.now()));
    } catch (RuntimeException e) {
      problems.write(request, response, e);
      return;
    }
    switch (claim) {
      case IdempotentAnswers.Claim.Granted granted -> carryOut(key, request, response, chain);
      case IdempotentAnswers.Claim.Answered answered -> replay(answered.answer(), response);
      case IdempotentAnswers.Claim.InProgress busy ->
          problems.write(request, response, WebError.IDEMPOTENCY_IN_PROGRESS.exception());
      case IdempotentAnswers.Claim.Mismatch other ->
          problems.write(request, response, WebError.IDEMPOTENCY_KEY_REUSED.exception());
    }
  }

  private void carryOut(
      IdempotentAnswers.Key key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, held);
      done = held.getStatus() >= 200 && held.getStatus() < 300;
    } finally {
      settle(key, done ? Optional.of(answer(held)) : Optional.empty());
    }
    held.copyBodyToResponse();
  }

  /** The request has had its effect: that its answer could not be kept must not hide that. */
  private void settle(IdempotentAnswers.Key key, Optional<IdempotentAnswers.Answer> answer) {
    try {
      transactions.writeOnly(() ->
          answer.ifPresentOrElse(kept -> answers.complete(key, kept), () -> answers.release(key)));
    } catch (RuntimeException e) {
      LOG.error("an idempotent answer could not be kept or given back", e);
    }
  }

  private static IdempotentAnswers.Answer answer(ContentCachingResponseWrapper held) {
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
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String fingerprint(HttpServletRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String target =
          request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(RequestBodies.of(request)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
