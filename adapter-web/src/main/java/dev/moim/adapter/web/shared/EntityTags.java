package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes versions as entity tags, and reads {@code If-Match} (RFC 9110, section 13.1.1). */
public final class EntityTags {
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E]*\"");

  private EntityTags() {}

  public static String of(Version version) {
    return "\"" + version.value() + "\"";
  }

  /**
   * The version that the caller has seen; empty for no condition, or {@code *}.
   *
   * @throws DomainException MALFORMED; STALE_VERSION for a tag that no version has
   */
  public static Optional<Version> expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    String tag = ifMatch.strip();
    Matcher version = VERSION.matcher(tag);
    if (version.matches()) {
      return Optional.of(new Version(Long.parseLong(version.group(1))));
    }
    if (TAG.matcher(tag).matches()) {
      throw SharedError.STALE_VERSION.exception();
    }
    throw new DomainException(
        WebError.MALFORMED,
        Map.of(),
        List.of(new FieldError("/If-Match", "INVALID_VALUE", Map.of("entityTag", "\"1\""))));
  }
}
