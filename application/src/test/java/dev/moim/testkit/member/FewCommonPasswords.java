package dev.moim.testkit.member;

import dev.moim.application.member.port.out.CommonPasswords;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Knows a handful of the commonest passwords. */
public final class FewCommonPasswords implements CommonPasswords {
  private static final Set<String> FEW =
      Set.of("password", "12345678", "iloveyou", "password1", "trustno1");

  @Override
  public boolean contains(String password) {
    return FEW.contains(
        Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }
}
