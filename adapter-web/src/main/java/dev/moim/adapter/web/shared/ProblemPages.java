package dev.moim.adapter.web.shared;

import dev.moim.domain.member.Language;
import dev.moim.domain.shared.ErrorCode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Explains each problem, and what to do about it, at the address that its {@code type} names. */
@RestController
@Hidden
class ProblemPages {
  private final Texts texts;

  ProblemPages(Texts texts) {
    this.texts = texts;
  }

  @GetMapping("/problems")
  ResponseEntity<String> all(
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    Language language = Texts.language(languages);
    String items =
        ProblemCatalogue.all().values().stream()
            .map(code ->
                "<li><a href=\"/problems/%1$s\"><code>%1$s</code></a> %2$d – %3$s</li>"
                    .formatted(
                        code.name(), ProblemCatalogue.status(code), text(language, code, ".title")))
            .collect(Collectors.joining("\n"));
    return page(language, "Moim API", "<ul>" + items + "</ul>");
  }

  /**
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_PATH
   */
  @GetMapping("/problems/{name}")
  ResponseEntity<String> one(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    ErrorCode code = ProblemCatalogue.find(name).orElseThrow(WebError.UNKNOWN_PATH::exception);
    Language language = Texts.language(languages);
    String body =
        """
        <p>%s</p>
        <h2>%s</h2>
        <p>%s</p>
        <p>HTTP %d · <code>%s</code></p>
        <p><a href="/problems">%s</a></p>\
        """
            .formatted(
                text(language, code, ".detail"),
                text(language, "page.advice"),
                text(language, code, ".advice"),
                ProblemCatalogue.status(code),
                code.name(),
                text(language, "page.all"));
    return page(language, text(language, code, ".title"), body);
  }

  private String text(Language language, ErrorCode code, String suffix) {
    return text(language, code.name() + suffix);
  }

  private String text(Language language, String key) {
    return HtmlUtils.htmlEscape(texts.find(language, key, Map.of()).orElse(key), "UTF-8");
  }

  private static ResponseEntity<String> page(Language language, String title, String body) {
    String html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body><main><h1>%s</h1>
        %s
        </main></body></html>
        """
            .formatted(Texts.tag(language), title, title, body);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_LANGUAGE, Texts.tag(language))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(html);
  }
}
