package dev.moim.application.member.service;

import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.shared.Randomness;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.DomainException;
import java.util.HexFormat;
import java.util.Optional;

/** Chooses and checks passwords. Slow on purpose: never to be called within a transaction. */
final class Passwords {
  private static final int DECOY_BYTES = 32;

  private final PasswordHasher hasher;
  private final CommonPasswords common;

  /** Compared when there is no password to compare with, so that the answer takes as long. */
  private final PasswordHash decoy;

  Passwords(PasswordHasher hasher, CommonPasswords common, Randomness randomness) {
    this.hasher = hasher;
    this.common = common;
    decoy = hasher.hash(new Password(HexFormat.of().formatHex(randomness.bytes(DECOY_BYTES))));
  }

  Password chosen(String text, Nickname nickname, EmailAddress email) {
    return Password.chosen(text, nickname, email, common::contains);
  }

  PasswordHash hash(Password password) {
    return hasher.hash(password);
  }

  /** Whether it is the person's password; takes as long if there is no person or no password. */
  boolean matches(String text, Optional<Person> person) {
    Password password;
    try {
      password = new Password(text);
    } catch (DomainException notAPassword) {
      return false;
    }
    Optional<PasswordHash> expected = person.flatMap(Person::password);
    return hasher.matches(password, expected.orElse(decoy)) && expected.isPresent();
  }

  /**
   * A stronger hash of a password that was just found right; empty if its hash is good enough, or
   * if there is no time for it now: the next sign-in is early enough.
   */
  Optional<PasswordHash> strengthened(String text, Person person) {
    try {
      return person
          .password()
          .filter(hasher::isOutdated)
          .map(outdated -> hasher.hash(new Password(text)));
    } catch (DomainException tooBusy) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is the member who asks for something grave. Who has no password proves it by the
   * session alone.
   */
  boolean confirms(String text, Person person) {
    return person.password().isEmpty() || matches(text, Optional.of(person));
  }
}
