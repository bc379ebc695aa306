package dev.moim.application.member.service;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;

/** Everything that the use cases of members need from outside. */
public record MemberPorts(
    Store store,
    Secrets secrets,
    MemberMails mails,
    SignInAttempts attempts,
    PictureReader pictureReader,
    Cache<MemberId, String> nicknameCache,
    Transactions transactions,
    Outbox outbox,
    DeadLetters deadLetters,
    Ids ids,
    Randomness randomness,
    Clock clock) {
  /** What is kept of members. */
  public record Store(
      Members members,
      MemberDirectory directory,
      Nicknames nicknames,
      Sessions sessions,
      Standings standings,
      MailedLinks links,
      Warnings warnings,
      Identities identities,
      Pictures pictures,
      PersonalBlocks blocks) {}

  /** What tokens and passwords are made and checked with. */
  public record Secrets(
      PasswordHasher hasher,
      CommonPasswords commonPasswords,
      AccessTokens accessTokens,
      RefreshSecrets refreshSecrets,
      LinkTokens linkTokens) {}
}
