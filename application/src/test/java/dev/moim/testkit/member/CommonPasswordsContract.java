package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.CommonPasswords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link CommonPasswords} keeps to. */
public abstract class CommonPasswordsContract {
  protected abstract CommonPasswords passwords();

  @ParameterizedTest
  @ValueSource(strings = {"password", "12345678", "iloveyou", "password1", "trustno1"})
  void what_many_choose_is_common(String password) {
    assertThat(passwords().contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password", "PASSWORD", "ILoveYou", "ｐａｓｓｗｏｒｄ", "ＰＡＳＳＷＯＲＤ１", "１２３４５６７８"})
  void case_and_width_do_not_count(String password) {
    assertThat(passwords().contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " password",
        "password ",
        "pass word",
        "password-of-somebody",
        "correct horse battery staple",
        "맑은하늘아래에서",
        "🔑🔑🔑🔑🔑🔑🔑🔑"
      })
  void what_hardly_anybody_chooses_is_not(String password) {
    assertThat(passwords().contains(password)).isFalse();
  }
}
