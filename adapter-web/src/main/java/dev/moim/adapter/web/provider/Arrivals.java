package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.WebError;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.LinkIdentity;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberStatus;
import dev.moim.domain.shared.Origin;
import org.jspecify.annotations.Nullable;

/** Receives who comes back from a provider: signs them in, or links their account there. */
final class Arrivals {
  private final Providers providers;
  private final Journeys journeys;
  private final SignInWithProvider signIn;
  private final LinkIdentity linkIdentity;
  private final CheckAccess checkAccess;

  Arrivals(
      Providers providers,
      Journeys journeys,
      SignInWithProvider signIn,
      LinkIdentity linkIdentity,
      CheckAccess checkAccess) {
    this.providers = providers;
    this.journeys = journeys;
    this.signIn = signIn;
    this.linkIdentity = linkIdentity;
    this.checkAccess = checkAccess;
  }

  /** What the provider sends along with a browser (RFC 6749, 4.1.2; RFC 9207). */
  record Answer(
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      @Nullable String issuer) {
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  /**
   * The journey that has come to its end; it does so once.
   *
   * @throws dev.moim.domain.shared.DomainException UNKNOWN_PROVIDER, SIGN_IN_NOT_CURRENT
   */
  Journeys.Returned receive(String provider, Answer answer, @Nullable String cookie) {
    String id = providers.get(provider).id();
    return journeys
        .comeBack(answer.state(), cookie)
        .filter(back -> back.journey().provider().equals(id))
        .orElseThrow(WebError.SIGN_IN_NOT_CURRENT::exception);
  }

  /**
   * Who that is, by the provider's word.
   *
   * @throws ProviderFailure PROVIDER_AWAY, PROVIDER_REFUSED, PROVIDER_NOT_TRUSTED
   */
  Identified identify(Journeys.Returned back, Answer answer, String redirectUri) {
    Provider provider = providers.get(back.journey().provider());
    if (!provider.isIssuer(answer.issuer())) {
      throw new ProviderFailure(WebError.PROVIDER_NOT_TRUSTED, "another issuer answered");
    }
    String code = answer.code();
    if (answer.error() != null || code == null || code.isBlank()) {
      String error = answer.error() == null ? "no code" : ProviderFailure.word(answer.error());
      throw new ProviderFailure(WebError.PROVIDER_REFUSED, error);
    }
    return provider.identify(code, back.luggage(), redirectUri);
  }

  /**
   * @throws dev.moim.domain.shared.DomainException EMAIL_TAKEN, NO_EMAIL_FROM_PROVIDER
   */
  SessionView signIn(String provider, Identified who, Language language, Origin origin) {
    return signIn.signIn(
        new SignInWithProvider.Command(
            provider,
            who.subject(),
            who.email(),
            who.emailVerified(),
            who.name(),
            language,
            origin));
  }

  /**
   * Whoever began it must still be signed in, and may do now what they could do then.
   *
   * @throws dev.moim.domain.shared.DomainException SESSION_ENDED, MEMBER_BLOCKED, IDENTITY_TAKEN
   */
  void link(String provider, Identified who, CheckAccess.Claim beginner) {
    CheckAccess.Access access = checkAccess.check(beginner);
    if (access.status() != MemberStatus.ACTIVE) {
      throw MemberError.MEMBER_BLOCKED.exception();
    }
    linkIdentity.link(
        new LinkIdentity.Command(access.caller(), access.session(), provider, who.subject()));
  }
}
