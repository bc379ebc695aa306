package dev.moim.domain.member;

import java.time.ZoneId;
import java.util.Optional;

/**
 * All that is kept of a member as a person; a withdrawal erases it as a whole.
 *
 * @param emailVerified whether a mail to the address was answered
 * @param password empty for those who only sign in through a provider
 * @param zone in which times are shown and understood
 * @param picture names the stored picture; empty if there is none
 */
public record Person(
    Nickname nickname,
    EmailAddress email,
    boolean emailVerified,
    Optional<PasswordHash> password,
    Language language,
    ZoneId zone,
    Optional<PictureTag> picture) {
  /** Somebody who has just said who they are. */
  public static Person named(
      Nickname nickname, EmailAddress email, Language language, ZoneId zone) {
    return new Person(nickname, email, false, Optional.empty(), language, zone, Optional.empty());
  }

  public Person withProfile(Nickname name, Language spoken, ZoneId home) {
    return new Person(name, email, emailVerified, password, spoken, home, picture);
  }

  public Person withVerifiedEmail(EmailAddress address) {
    return new Person(nickname, address, true, password, language, zone, picture);
  }

  public Person withPassword(PasswordHash hash) {
    return new Person(nickname, email, emailVerified, Optional.of(hash), language, zone, picture);
  }

  public Person withPicture(Optional<PictureTag> tag) {
    return new Person(nickname, email, emailVerified, password, language, zone, tag);
  }
}
