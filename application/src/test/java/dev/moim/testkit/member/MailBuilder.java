package dev.moim.testkit.member;

import dev.moim.application.member.port.out.MemberMails.Kind;
import dev.moim.application.member.port.out.MemberMails.Mail;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Builds a mail that has all that any kind asks for, and of which only what matters is named. */
public final class MailBuilder {
  public static final String NICKNAME = "하늘-sky";

  private final Kind kind;
  private EmailAddress to = new EmailAddress("reader@example.org");
  private String nickname = NICKNAME;
  private Language language = Language.EN;
  private String token = "K7gNU3sdo-OL0wNhqoVWhr3g6s1xYv72ol_pe_Unols";
  private Instant until = SettableClock.START.plus(Duration.ofMinutes(30));
  private String reason = "a reason";

  private MailBuilder(Kind kind) {
    this.kind = kind;
  }

  public static MailBuilder aMail(Kind kind) {
    return new MailBuilder(kind);
  }

  public MailBuilder to(String address) {
    to = new EmailAddress(address);
    return this;
  }

  public MailBuilder nickname(String name) {
    nickname = name;
    return this;
  }

  public MailBuilder language(Language spoken) {
    language = spoken;
    return this;
  }

  public MailBuilder token(String secret) {
    token = secret;
    return this;
  }

  public MailBuilder until(Instant end) {
    until = end;
    return this;
  }

  public MailBuilder reason(String text) {
    reason = text;
    return this;
  }

  public Mail build() {
    return new Mail(
        kind, to, nickname, language, Optional.of(token), Optional.of(until), Optional.of(reason));
  }
}
