package dev.moim.adapter.messaging.member;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says that a mail was not handed over, and why. It has no cause: mail servers quote addresses and
 * links in their answers, and what is logged of an exception must show neither.
 */
final class MailNotSentException extends RuntimeException {
  private static final Pattern ADDRESS_OR_LINK = Pattern.compile("\\S+@\\S+|\\S+://\\S+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\s]+");
  private static final int DEEPEST = 8;
  private static final int LONGEST = 500;

  /**
   * Makes one.
   *
   * @param secrets what must not be shown, besides addresses and links
   */
  MailNotSentException(String what, Exception reason, List<String> secrets) {
    super(what + ": " + masked(reason, secrets));
  }

  private static String masked(Exception reason, List<String> secrets) {
    Set<String> messages = new LinkedHashSet<>();
    Throwable cause = reason;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      messages.add(cause.getClass().getSimpleName() + " " + cause.getMessage());
      cause = next(cause);
    }
    String text = CONTROL.matcher(String.join("; ", messages)).replaceAll(" ");
    for (String secret : secrets) {
      text = text.replace(secret, "…");
    }
    text = ADDRESS_OR_LINK.matcher(text).replaceAll("…").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static @Nullable Throwable next(Throwable thrown) {
    return thrown instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : thrown.getCause();
  }
}
