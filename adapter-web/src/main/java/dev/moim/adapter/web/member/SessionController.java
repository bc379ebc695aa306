package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.ClientSigned;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignOut;
import dev.moim.application.member.port.in.SignOutEverywhere;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.Clock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. The refresh token travels in a cookie that no script can read. */
@RestController
@RequestMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class SessionController {
  /** The prefix makes browsers insist on Secure, Path=/ and this very host (RFC 6265bis). */
  static final String COOKIE = "__Host-moim-refresh";

  /** An account's address and password. */
  record SignInRequest(
      @Schema(example = "demo@example.com") String email,
      @Schema(format = "password") String password) {
    @Override
    public String toString() {
      return "SignInRequest[…]";
    }
  }

  /**
   * What opens the API to a member.
   *
   * @param expiresIn seconds
   */
  @Schema(name = "Session")
  record SessionResponse(
      String accessToken,
      @Schema(description = "Seconds until the access token ends", example = "300") long expiresIn,
      SignedInMember member) {
    @Override
    public String toString() {
      return "SessionResponse[" + member.id + "]";
    }
  }

  /** Who is signed in. */
  @Schema(name = "SessionMember")
  record SignedInMember(String id, String nickname) {}

  private final SignIn signIn;
  private final RenewSession renewSession;
  private final SignOut signOut;
  private final SignOutEverywhere signOutEverywhere;
  private final OwnOrigin ownOrigin;
  private final Clock clock;

  SessionController(
      SignIn signIn,
      RenewSession renewSession,
      SignOut signOut,
      SignOutEverywhere signOutEverywhere,
      Reach reach,
      Clock clock) {
    this.signIn = signIn;
    this.renewSession = renewSession;
    this.signOut = signOut;
    this.signOutEverywhere = signOutEverywhere;
    this.ownOrigin = new OwnOrigin(reach);
    this.clock = clock;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Open
  @Costly(Costly.Kind.SIGN_IN)
  @ClientSigned
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses("WRONG_CREDENTIALS")
  @Operation(summary = "Sign in")
  ResponseEntity<SessionResponse> signIn(@RequestBody SignInRequest request) {
    return answer(signIn.signIn(new SignIn.Command(request.email(), request.password())));
  }

  @PostMapping("/refresh")
  @Open
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses({"SESSION_ENDED", "FOREIGN_ORIGIN"})
  @Operation(summary = "Get a new access token for the refresh cookie, which is replaced")
  ResponseEntity<SessionResponse> renew(
      HttpServletRequest request,
      @Parameter(description = "Set at sign-in") @CookieValue(name = COOKIE, required = false)
          @Nullable String refreshToken) {
    ownOrigin.require(request);
    if (refreshToken == null) {
      throw MemberError.SESSION_ENDED.exception();
    }
    return answer(renewSession.renew(refreshToken));
  }

  @DeleteMapping("/current")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses("FOREIGN_ORIGIN")
  @Operation(summary = "Sign out: end the session of the refresh cookie, if there is one")
  ResponseEntity<Void> signOut(
      HttpServletRequest request,
      @Parameter(description = "Set at sign-in") @CookieValue(name = COOKIE, required = false)
          @Nullable String refreshToken) {
    ownOrigin.require(request);
    if (refreshToken != null) {
      signOut.signOut(refreshToken);
    }
    return ended();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Sends(HttpHeaders.SET_COOKIE)
  @Operation(summary = "End all sessions of one's own")
  ResponseEntity<Void> signOutEverywhere(Caller caller) {
    signOutEverywhere.signOut(caller);
    return ended();
  }

  private ResponseEntity<SessionResponse> answer(SessionView session) {
    Duration left = Duration.between(clock.now(), session.refreshExpiresAt());
    SessionResponse body =
        new SessionResponse(
            session.accessToken(),
            session.accessLifetime().toSeconds(),
            new SignedInMember(session.member().toString(), session.nickname()));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(session.refreshToken(), left))
        .body(body);
  }

  private static ResponseEntity<Void> ended() {
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
        .build();
  }

  private static String cookie(String value, Duration lifetime) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
