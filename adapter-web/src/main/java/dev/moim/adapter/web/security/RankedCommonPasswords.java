package dev.moim.adapter.web.security;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.domain.member.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commonest passwords by zxcvbn's list (Wheeler, USENIX Security 2016): 30,000 in lower case,
 * from breaches, the commonest first. Two in three are too short to be chosen here anyway; of the
 * others the first 10,000 are kept.
 */
final class RankedCommonPasswords implements CommonPasswords {
  private static final int KEPT = 10_000;

  private final Set<String> folded;

  private RankedCommonPasswords(Set<String> folded) {
    this.folded = folded;
  }

  static RankedCommonPasswords load() {
    try {
      return new RankedCommonPasswords(
          StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
              .filter(password -> password.length() >= Password.SHORTEST)
              .limit(KEPT)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords can't be read", e);
    }
  }

  @Override
  public boolean contains(String password) {
    return folded.contains(
        Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }

  int size() {
    return folded.size();
  }
}
