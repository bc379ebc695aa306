package dev.moim.application.member.port.out;

import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import java.time.Instant;
import java.util.Optional;

/** Sends mails to members about their accounts, in their language. */
@FunctionalInterface
public interface MemberMails {
  /** What a mail is about. */
  enum Kind {
    /** Carries a link that proves that the address is the member's own. */
    VERIFY_EMAIL,
    /** Goes to the new address; carries a link that makes it the account's. */
    CHANGE_EMAIL,
    /** Goes to the former address after a change. */
    EMAIL_CHANGED,
    /** Carries a link with which a new password can be chosen. */
    RESET_PASSWORD,
    PASSWORD_CHANGED,
    /** A refresh token was used a second time, so its session was ended. */
    TOKENS_REVOKED,
    /** Tells the reason, and until when the member is blocked. */
    WARNED,
    /** Tells until when the withdrawal can be undone. */
    WITHDRAWN
  }

  /**
   * A mail to be sent.
   *
   * @param nickname how the reader is addressed
   * @param token the secret of the link that the mail carries; kept nowhere else in this form
   * @param until when the link, the block or the possibility to undo ends
   * @param reason a text that somebody wrote; not to be trusted as markup
   */
  record Mail(
      Kind kind,
      EmailAddress to,
      String nickname,
      Language language,
      Optional<String> token,
      Optional<Instant> until,
      Optional<String> reason) {
    @Override
    public String toString() {
      return "Mail[" + kind + "]";
    }
  }

  /**
   * Hands the mail over for delivery; may take as long as the mail server does. Not to be called
   * within a transaction.
   *
   * @throws RuntimeException if it was not accepted; sending it again later is right
   */
  void send(Mail mail);
}
