package dev.moim.domain.member;

/** A language in which members are spoken to. */
public enum Language {
  KO,
  EN
}
