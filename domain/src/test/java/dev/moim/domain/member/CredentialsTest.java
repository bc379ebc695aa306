package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.shared.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final Nickname MINJI = new Nickname("minji-minji");
  private static final EmailAddress EMAIL = new EmailAddress("minji@example.org");

  @ParameterizedTest
  @ValueSource(strings = {"ab", "민지", "a_b-9", "𠮷𠮷", "  trimmed  ", "Ünïcödé"})
  void a_nickname_is_of_letters_and_digits_of_any_script(String name) {
    assertThat(new Nickname(name).value()).isEqualTo(name.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a b",
        "a.b",
        "🍜🍜",
        "a\u200Bb",
        "a\nb",
        "<b>",
        "\uD800ab",
        "\u3164\u3164",
        "ab\u115F",
        "ab\u1160",
        "ab\uFFA0"
      })
  void other_characters_and_lengths_are_refused(String name) {
    assertThatThrownBy(() -> new Nickname(name))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("/nickname");
    assertThatThrownBy(() -> new Nickname("가".repeat(21))).hasMessageContaining("/nickname");
  }

  @ParameterizedTest
  @CsvSource({"Minji,minji", "ＭＩＮＪＩ,minji", "straße,STRASSE", "ΣΑΣ,σας", "ﬁn,FIN"})
  void names_that_differ_in_case_or_width_have_one_key(String one, String other) {
    assertThat(new Nickname(one).key()).isEqualTo(new Nickname(other).key());
  }

  @Test
  void composed_and_decomposed_names_are_one() {
    assertThat(new Nickname("민지")).isEqualTo(new Nickname("\u1106\u1175\u11ab\u110c\u1175"));
    assertThat(new Nickname("cafe").key()).isNotEqualTo(new Nickname("café").key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "Mixed.Case+tag@Example.ORG", "한글@예시.한국", " a@b.c "})
  void an_address_has_a_name_and_a_place(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@",
        "@b",
        "ab",
        "a@b@c",
        "a b@c",
        "a@b..c",
        "a@.b",
        "a@b.",
        "<a@b>",
        "a,b@c",
        "a\n@b",
        "a\u202E@b",
        "a\u200B@b",
        "a@b\u00A0c",
        "a@b\u3000c"
      })
  void anything_else_is_no_address(String text) {
    assertThatThrownBy(() -> new EmailAddress(text))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("/email");
  }

  @Test
  void an_address_has_at_most_254_characters_and_64_before_the_at() {
    assertThat(new EmailAddress("a".repeat(64) + "@" + "b".repeat(189)).value()).hasSize(254);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@b"))
        .hasMessageContaining("NOT_AN_EMAIL_ADDRESS");
    assertThatThrownBy(() -> new EmailAddress("a@" + "b".repeat(253)))
        .hasMessageContaining("WRONG_LENGTH");
  }

  @Test
  void a_hostile_address_is_judged_at_once() {
    assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(125) + "@"))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(10_000_000)))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void addresses_are_compared_without_case() {
    assertThat(new EmailAddress("Minji@Example.org").key())
        .isEqualTo(new EmailAddress("minji@example.ORG").key());
  }

  @Test
  void a_password_may_be_chosen_from_eight_to_128_code_points() {
    assertThat(Password.chosen("12345678", MINJI, EMAIL, "password"::equals).value())
        .isEqualTo("12345678");
    assertThat(Password.chosen("🔑".repeat(128), MINJI, EMAIL, "password"::equals).value())
        .isEqualTo("🔑".repeat(128));
    for (String wrong : new String[] {"", "1234567", "a".repeat(129), "a".repeat(1_000_000)}) {
      assertThatThrownBy(() -> Password.chosen(wrong, MINJI, EMAIL, "password"::equals))
          .hasMessageContaining("WRONG_LENGTH");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"minji-minji", "MINJI-Minji", "minji@example.org", "MINJI@example.ORG"})
  void name_and_address_are_no_passwords(String wrong) {
    assertThatThrownBy(() -> Password.chosen(wrong, MINJI, EMAIL, "password"::equals))
        .hasMessageContaining("TOO_EASY");
  }

  @Test
  void what_everybody_tries_first_is_no_password() {
    assertThatThrownBy(() -> Password.chosen("password", MINJI, EMAIL, "password"::equals))
        .hasMessageContaining("TOO_COMMON");
  }

  @Test
  void a_password_keeps_its_spaces_and_is_composed() {
    assertThat(new Password(" a ").value()).isEqualTo(" a ");
    assertThat(new Password("e\u0301")).isEqualTo(new Password("é"));
  }

  @Test
  void no_secret_shows_when_something_is_logged() {
    String hex = "0123456789abcdef".repeat(4);
    assertThat(new Password("correct horse").toString()).doesNotContain("correct");
    assertThat(new PasswordHash("encoded").toString()).doesNotContain("encoded");
    assertThat(new TokenHash(hex).toString()).doesNotContain("0123");
    assertThat(EMAIL.toString()).isEqualTo("m…@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "G", "A"})
  void a_token_hash_has_64_lower_case_hexadecimal_digits(String digit) {
    assertThatThrownBy(() -> new TokenHash(digit.equals("0") ? "0".repeat(63) : digit.repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
