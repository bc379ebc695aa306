package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.testkit.shared.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link PasswordHasher} keeps to. */
public abstract class PasswordHasherContract {
  protected abstract PasswordHasher hasher();

  /** A hash that matches the password and was made with less effort than today's. */
  protected abstract PasswordHash weakerHashOf(Password password);

  @Test
  void a_password_matches_its_own_hash_only() {
    PasswordHash hash = hasher().hash(new Password("correct horse"));

    assertThat(hasher().matches(new Password("correct horse"), hash)).isTrue();
    assertThat(hasher().matches(new Password("correct horsf"), hash)).isFalse();
    assertThat(hasher().matches(new Password("Correct horse"), hash)).isFalse();
    assertThat(hasher().matches(new Password("correct horse "), hash)).isFalse();
  }

  @Test
  void every_code_point_of_a_long_password_counts() {
    Password password = new Password("비밀번호🔑".repeat(25) + "끝!!");

    PasswordHash hash = hasher().hash(password);

    assertThat(hasher().matches(password, hash)).isTrue();
    assertThat(hasher().matches(new Password("비밀번호🔑".repeat(25) + "끝!?"), hash)).isFalse();
  }

  @Test
  void the_same_keys_match_however_the_keyboard_composes_them() {
    PasswordHash hash = hasher().hash(new Password("비밀é"));

    assertThat(hasher().matches(new Password("비밀e\u0301"), hash)).isTrue();
  }

  @Test
  void two_hashes_of_one_password_differ_and_show_nothing_of_it() {
    PasswordHash one = hasher().hash(new Password("correct horse"));
    PasswordHash other = hasher().hash(new Password("correct horse"));

    assertThat(one.encoded()).isNotEqualTo(other.encoded()).doesNotContain("correct", "horse");
  }

  @Test
  void a_hash_is_printable_and_of_at_most_255_characters() {
    assertThat(hasher().hash(new Password("correct horse")).encoded())
        .matches("[\\x21-\\x7e]{1,255}");
  }

  @Test
  void a_hash_of_former_times_matches_and_is_outdated() {
    Password password = new Password("correct horse");

    PasswordHash former = weakerHashOf(password);
    PasswordHash today = hasher().hash(password);

    assertThat(hasher().matches(password, former)).isTrue();
    assertThat(hasher().matches(new Password("correct horsf"), former)).isFalse();
    assertThat(hasher().isOutdated(former)).isTrue();
    assertThat(hasher().isOutdated(today)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$", "garbage", "hash", "$argon2id$", "correct horse"})
  void what_is_no_hash_matches_nothing(String noHash) {
    assertThat(hasher().matches(new Password("correct horse"), new PasswordHash(noHash))).isFalse();
  }

  @Test
  void many_may_hash_at_once() {
    Race.of(
            6,
            i -> {
              Password own = new Password("password " + i);
              PasswordHash hash = hasher().hash(own);
              return hasher().matches(own, hash)
                  && !hasher().matches(new Password("password"), hash);
            })
        .forEach(outcome -> assertThat(outcome.result()).contains(true));
  }
}
