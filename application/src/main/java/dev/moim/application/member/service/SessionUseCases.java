package dev.moim.application.member.service;

import dev.moim.application.member.port.in.AskPasswordReset;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.EndSession;
import dev.moim.application.member.port.in.ForgetOldSessions;
import dev.moim.application.member.port.in.LinkIdentity;
import dev.moim.application.member.port.in.ListIdentities;
import dev.moim.application.member.port.in.ListSessions;
import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.ResetPassword;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.application.member.port.in.SignOut;
import dev.moim.application.member.port.in.SignOutEverywhere;
import dev.moim.application.member.port.in.UnlinkIdentity;

/** How members sign in and out, and what their sessions are good for, wired to its ports. */
public record SessionUseCases(
    SignIn signIn,
    SignInWithProvider signInWithProvider,
    RenewSession renewSession,
    CheckAccess checkAccess,
    SignOut signOut,
    SignOutEverywhere signOutEverywhere,
    ListSessions listSessions,
    EndSession endSession,
    ForgetOldSessions forgetOldSessions,
    LinkIdentity linkIdentity,
    UnlinkIdentity unlinkIdentity,
    ListIdentities listIdentities,
    AskPasswordReset askPasswordReset,
    ResetPassword resetPassword) {
  public static SessionUseCases of(MemberServices services) {
    var ports = services.ports();
    var ending = new EndSessionsService(ports, services.opening());
    var identities =
        new IdentitiesService(ports, services.settings(), services.opening(), services.mailing());
    var emails = services.emailLinks();
    return new SessionUseCases(
        new SignInService(ports, services.passwords(), services.throttle(), services.opening()),
        identities::signIn,
        new RenewSessionService(ports, services.opening()),
        new CheckAccessService(ports),
        ending::signOut,
        ending::signOut,
        ending::list,
        ending::end,
        ending::forget,
        identities::link,
        identities::unlink,
        identities::list,
        emails::askReset,
        emails::reset);
  }
}
