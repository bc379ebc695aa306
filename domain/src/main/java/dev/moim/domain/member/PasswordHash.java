package dev.moim.domain.member;

/** What is kept of a password: algorithm, parameters, salt and hash in one encoded text. */
public record PasswordHash(String encoded) {
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
