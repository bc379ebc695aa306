package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link MemberMails} keeps to. */
public abstract class MemberMailsContract {
  private static final int AT_ONCE = 8;

  /**
   * A mail as it arrived.
   *
   * @param recipients all addresses that got it
   * @param text what its reader can read
   */
  public record Delivered(List<String> recipients, String text) {}

  protected abstract MemberMails mails();

  /** What has arrived so far, in any order. */
  protected abstract List<Delivered> delivered();

  @ParameterizedTest
  @EnumSource
  void each_kind_reaches_its_address_once_in_both_languages(Kind kind) {
    for (Language language : Language.values()) {
      String address = language + "@example.org";

      mails().send(MailBuilder.aMail(kind).to(address).language(language).build());

      assertThat(delivered())
          .filteredOn(mail -> mail.recipients().equals(List.of(address)))
          .singleElement()
          .satisfies(mail -> assertThat(mail.text()).contains(MailBuilder.NICKNAME));
    }
    assertThat(delivered()).hasSize(Language.values().length);
  }

  @ParameterizedTest
  @EnumSource(names = {"VERIFY_EMAIL", "CHANGE_EMAIL", "RESET_PASSWORD"})
  void a_link_carries_its_token(Kind kind) {
    mails().send(MailBuilder.aMail(kind).token("aZ09-_token").build());

    assertThat(delivered())
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).containsOnlyOnce("aZ09-_token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "이유: 욕설을 했어요 🙅‍♀️",
        "<b>rude</b> & {nickname} $1 \\1 =?utf-8?q?x?=",
        ".",
        "From here on",
        "{link}{until}{reason}"
      })
  void a_reason_arrives_as_it_was_written(String reason) {
    mails().send(MailBuilder.aMail(Kind.WARNED).reason(reason).build());

    assertThat(delivered())
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eve\r\nBcc: mallory@example.org",
        "eve\nTo: mallory@example.org\n\nForged",
        "eve\r\n.\r\nRCPT TO:<mallory@example.org>",
        "eve\u2028Cc: mallory@example.org\u0000",
        "<mallory@example.org>"
      })
  void no_nickname_or_reason_adds_a_recipient(String text) {
    mails()
        .send(
            MailBuilder.aMail(Kind.WARNED)
                .to("reader@example.org")
                .nickname(text)
                .reason(text)
                .build());

    assertThat(delivered())
        .singleElement()
        .satisfies(mail -> assertThat(mail.recipients()).containsExactly("reader@example.org"));
  }

  @Test
  void several_mails_to_one_address_at_once_all_arrive() {
    Mail mail = MailBuilder.aMail(Kind.PASSWORD_CHANGED).build();

    Race.of(
            AT_ONCE,
            i -> {
              mails().send(mail);
              return i;
            })
        .forEach(outcome -> assertThat(outcome.failure()).isEmpty());

    assertThat(delivered()).hasSize(AT_ONCE);
  }

  @Test
  void a_mail_shows_neither_its_token_nor_its_address_in_logs() {
    Mail mail =
        MailBuilder.aMail(Kind.RESET_PASSWORD).token("secret").to("reader@example.org").build();

    assertThat(mail.toString()).doesNotContain("secret", "reader");
    assertThat(new EmailAddress("reader@example.org").toString()).doesNotContain("reader");
  }
}
