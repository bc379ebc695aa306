package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the {@link Origin} of a request to controllers: its address, and what the client says it
 * is, shortened to something that people recognise, such as "Firefox on Linux".
 */
public final class Origins implements HandlerMethodArgumentResolver {
  /** What a browser says it is lies well within. */
  private static final int MOST_CHARACTERS = 512;

  /** Browsers name those whom they are like; so the first that is named counts. */
  private static final List<Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Whale/", "Whale"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("KAKAOTALK", "KakaoTalk"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("Windows", "Windows"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Macintosh", "macOS"),
          Map.entry("Linux", "Linux"));

  /** The first product of a client that is no browser, such as {@code curl/8.5.0}. */
  private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z0-9._ -]{0,39})(/.*)?");

  private final ClientAddress clientAddress;

  Origins(ClientAddress clientAddress) {
    this.clientAddress = clientAddress;
  }

  /** Where a request comes from. */
  public Origin of(HttpServletRequest request) {
    return new Origin(clientAddress.of(request), device(request.getHeader(HttpHeaders.USER_AGENT)));
  }

  static String device(@Nullable String userAgent) {
    if (userAgent == null) {
      return "";
    }
    String text = userAgent.substring(0, Math.min(userAgent.length(), MOST_CHARACTERS));
    Optional<String> browser = named(BROWSERS, text);
    Optional<String> system = named(SYSTEMS, text);
    return browser
        .map(name -> system.map(on -> name + " on " + on).orElse(name))
        .or(() -> system.filter(on -> text.startsWith("Mozilla/")))
        .or(() -> product(text))
        .orElse("");
  }

  private static Optional<String> named(List<Entry<String, String>> known, String text) {
    return known.stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Entry::getValue)
        .findFirst();
  }

  private static Optional<String> product(String text) {
    Matcher product = PRODUCT.matcher(text);
    return product.matches() ? Optional.ofNullable(product.group(1)) : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Origin.class;
  }

  @Override
  public Origin resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
    return http == null ? new Origin("", "") : of(http);
  }
}
