package dev.moim.adapter.messaging.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.testkit.member.MailBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {
  private final Letters letters = in("Asia/Seoul", "https://moim.example");

  @Test
  void a_whole_letter_in_english() {
    Letter letter =
        letters.write(
            MailBuilder.aMail(Kind.VERIFY_EMAIL)
                .nickname("sky")
                .token("t-0_k")
                .until(Instant.parse("2026-03-02T00:30:59Z"))
                .build());

    assertThat(letter.subject()).isEqualTo("Confirm your e-mail address");
    assertThat(letter.body())
        .isEqualTo(
            """
            Hello sky,

            welcome! Please confirm that this address is yours by opening this link:

            https://moim.example/#/verify-email?token=t-0_k

            It works once, until Monday, 2 March 2026, 09:30 (Asia/Seoul).
            If you did not sign up with us, just ignore this mail.
            """);
  }

  @Test
  void a_whole_letter_in_korean() {
    Letter letter =
        letters.write(
            MailBuilder.aMail(Kind.WARNED)
                .language(Language.KO)
                .nickname("하늘")
                .until(Instant.parse("2026-03-02T06:05:00Z"))
                .reason("욕설\n반복")
                .build());

    assertThat(letter.subject()).isEqualTo("경고를 받았습니다");
    assertThat(letter.body())
        .isEqualTo(
            """
            하늘 님, 안녕하세요.

            경고를 받아 활동이 정지되었습니다. 정지가 풀리는 때: 2026년 3월 2일 월요일 오후 3시 05분 (Asia/Seoul)
            경고 이유는 다음과 같습니다.

            > 욕설
            > 반복

            정지가 풀리면 다시 함께할 수 있습니다.
            """);
  }

  @ParameterizedTest
  @EnumSource
  void each_kind_is_worded_in_both_languages_without_a_place_left_open(Kind kind) {
    for (Language language : Language.values()) {
      Letter letter = letters.write(MailBuilder.aMail(kind).language(language).build());

      assertThat(letter.subject()).isNotBlank().hasSizeLessThan(60).doesNotContain("\n", "{");
      assertThat(letter.body()).endsWith("\n").doesNotContain("{", "}", "\r", "  ");
      assertThat(letter.body().lines()).allMatch(line -> line.length() <= 100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VERIFY_EMAIL, verify-email",
    "CHANGE_EMAIL, change-email",
    "RESET_PASSWORD, reset-password"
  })
  void a_link_leads_to_its_page_with_the_token_behind_the_hash(Kind kind, String page) {
    Mail mail = MailBuilder.aMail(kind).token("a b&c#d").build();

    assertThat(in("UTC", "http://localhost:8080").write(mail).body())
        .contains("\nhttp://localhost:8080/#/" + page + "?token=a+b%26c%23d\n");
    assertThat(in("UTC", "https://moim.example/people//").write(mail).body())
        .contains("\nhttps://moim.example/people/#/" + page + "?token=");
  }

  @Test
  void times_are_told_in_the_zone_of_the_settings() {
    Mail mail =
        MailBuilder.aMail(Kind.WITHDRAWN).until(Instant.parse("2026-12-31T23:59:00Z")).build();

    assertThat(letters.write(mail).body()).contains("Friday, 1 January 2027, 08:59 (Asia/Seoul)");
    assertThat(in("America/New_York", "https://moim.example").write(mail).body())
        .contains("Thursday, 31 December 2026, 18:59 (America/New_York)");
  }

  @Test
  void a_nickname_is_one_short_line_whatever_it_is() {
    Mail mail =
        MailBuilder.aMail(Kind.WITHDRAWN)
            .nickname("eve\r\n\u2028\u0000\nYour bank" + "😀".repeat(100))
            .build();

    String greeting = letters.write(mail).body().lines().findFirst().orElseThrow();

    assertThat(greeting).isEqualTo("Hello eve Your bank" + "😀".repeat(47) + "…,");
  }

  @Test
  void what_somebody_wrote_can_not_be_taken_for_our_own_words() {
    Mail mail =
        MailBuilder.aMail(Kind.WARNED)
            .reason(" be nice\r\rHello, this is your bank\u2028{link}\u0085\tindeed\u0007 $1\\ ")
            .build();

    assertThat(letters.write(mail).body())
        .contains("\n\n> be nice\n> \n> Hello, this is your bank\n> {link}\n>  indeed  $1\\\n\n");
  }

  @Test
  void a_long_reason_is_broken_into_lines_and_cut() {
    Mail mail = MailBuilder.aMail(Kind.WARNED).reason("가".repeat(450) + "🙂".repeat(4_000)).build();

    String body = letters.write(mail).body();

    assertThat(body.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 202);
    assertThat(body.codePoints().filter(c -> c == "🙂".codePointAt(0)).boxed()).hasSize(3_550);
    assertThat(body).contains("🙂\n> …\n");
  }

  @Test
  void a_mail_that_lacks_its_token_is_not_written() {
    Mail mail =
        new Mail(
            Kind.RESET_PASSWORD,
            new EmailAddress("reader@example.org"),
            "sky",
            Language.EN,
            Optional.empty(),
            Optional.of(Instant.EPOCH),
            Optional.empty());

    assertThatThrownBy(() -> letters.write(mail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RESET_PASSWORD");
  }

  private static Letters in(String zone, String publicUrl) {
    return new Letters(() -> URI.create(publicUrl), ZoneId.of(zone));
  }
}
