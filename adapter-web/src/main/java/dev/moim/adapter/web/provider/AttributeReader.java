package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.WebError;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.shared.DomainException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in what a provider tells what we need to know. */
final class AttributeReader {
  /** As OpenID Connect Core 1.0, 2, has it; nothing that would not be shown. */
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private static final String[] NAMES = {"preferred_username", "nickname", "name"};

  private final ProviderSettings.Attributes names;

  AttributeReader(ProviderSettings.Attributes names) {
    this.names = names;
  }

  /**
   * @throws ProviderFailure PROVIDER_NOT_TRUSTED if it names nobody
   */
  Identified read(Map<String, Object> attributes) {
    String subject =
        text(attributes, names.subject())
            .filter(value -> SUBJECT.matcher(value).matches())
            .orElseThrow(() ->
                new ProviderFailure(
                    WebError.PROVIDER_NOT_TRUSTED, "no subject in " + names.subject()));
    Optional<String> email = text(attributes, names.email()).filter(AttributeReader::isAddress);
    Object vouched = find(attributes, names.emailVerified());
    boolean verified = Boolean.TRUE.equals(vouched) || "true".equals(vouched);
    String name =
        Stream.concat(names.nickname().stream(), Stream.of(NAMES))
            .flatMap(key -> text(attributes, key).stream())
            .findFirst()
            .orElse("");
    return new Identified(subject, email, email.isPresent() && verified, name);
  }

  private static boolean isAddress(String text) {
    try {
      return !new EmailAddress(text).value().isEmpty();
    } catch (DomainException e) {
      return false;
    }
  }

  /** Texts and whole numbers; nothing that could be written in more than one way. */
  private static Optional<String> text(Map<String, Object> attributes, String path) {
    return switch (find(attributes, path)) {
      case String text when !text.isBlank() -> Optional.of(text);
      case Integer number -> Optional.of(number.toString());
      case Long number -> Optional.of(number.toString());
      case BigInteger number -> Optional.of(number.toString());
      case null, default -> Optional.empty();
    };
  }

  private static @Nullable Object find(Map<?, ?> attributes, String path) {
    int dot = path.indexOf('.');
    if (dot < 0 || attributes.containsKey(path)) {
      return attributes.get(path);
    }
    return attributes.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, path.substring(dot + 1))
        : null;
  }
}
