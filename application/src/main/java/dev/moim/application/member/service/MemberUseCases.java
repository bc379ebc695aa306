package dev.moim.application.member.service;

import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignOut;
import dev.moim.application.member.port.in.SignOutEverywhere;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.ViewOwnAccount;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;

/** What can be done with members and sessions, wired to its ports. */
public record MemberUseCases(
    SignUp signUp,
    SignIn signIn,
    RenewSession renewSession,
    SignOut signOut,
    SignOutEverywhere signOutEverywhere,
    ViewOwnAccount viewOwnAccount,
    NameMembers nameMembers) {
  public static MemberUseCases of(
      Members members,
      Nicknames nicknames,
      Cache<MemberId, String> nicknameCache,
      Sessions sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Randomness randomness,
      Clock clock) {
    var refreshTokens = new RefreshTokens(randomness);
    var issuer = new SessionIssuer(accessTokens);
    var ending = new EndSessionsService(sessions, transactions);
    var viewing = new ViewMembersService(members, nicknames, nicknameCache, transactions);
    return new MemberUseCases(
        new SignUpService(members, hasher, transactions, outbox, ids, clock),
        new SignInService(
            members, sessions, hasher, refreshTokens, issuer, transactions, ids, clock),
        new RenewSessionService(members, sessions, refreshTokens, issuer, transactions, clock),
        ending::signOut,
        ending::signOut,
        viewing::view,
        viewing::names);
  }
}
