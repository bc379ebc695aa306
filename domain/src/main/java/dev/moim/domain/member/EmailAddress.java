package dev.moim.domain.member;

import dev.moim.domain.shared.Checks;
import dev.moim.domain.shared.SharedError;
import java.util.regex.Pattern;

/**
 * An e-mail address, at most 254 characters (RFC 5321). Only its shape is checked; whether it
 * reaches somebody shows when a mail is confirmed.
 */
public record EmailAddress(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s\\p{Z}\\p{Cf}@\"<>(),:;\\[\\]\\\\]{1,64}@[^\\s\\p{Z}\\p{Cf}@\"<>(),:;\\[\\]\\\\.]+(\\.[^\\s\\p{Z}\\p{Cf}@\"<>(),:;\\[\\]\\\\.]+)*");

  public EmailAddress {
    value = Checks.line(value, 3, 254, "email");
    if (!FORM.matcher(value).matches()) {
      throw SharedError.invalid("/email", "NOT_AN_EMAIL_ADDRESS");
    }
  }

  /** The form in which addresses are compared: case and width do not count. */
  public String key() {
    return Nickname.Folding.fold(value);
  }

  /** Hides most of the address, for logs. */
  @Override
  public String toString() {
    return value.charAt(0) + "…@" + value.substring(value.indexOf('@') + 1);
  }
}
