package dev.moim.adapter.web.member;

import dev.moim.adapter.web.member.MemberResponses.SessionResponse;
import dev.moim.adapter.web.member.MemberResponses.SessionsResponse;
import dev.moim.adapter.web.shared.ClientSigned;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.OpenToInactive;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.member.port.in.EndSession;
import dev.moim.application.member.port.in.ListSessions;
import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignOut;
import dev.moim.application.member.port.in.SignOutEverywhere;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
  record OpenedSession(
      String accessToken,
      @Schema(description = "Seconds until the access token ends", example = "300") long expiresIn,
      SignedInMember member) {
    @Override
    public String toString() {
      return "OpenedSession[" + member.id + "]";
    }
  }

  /** Who is signed in. */
  @Schema(name = "SessionMember")
  record SignedInMember(String id, String nickname) {}

  private final SignIn signIn;
  private final RenewSession renewSession;
  private final SignOut signOut;
  private final SignOutEverywhere signOutEverywhere;
  private final ListSessions listSessions;
  private final EndSession endSession;
  private final SessionCookies cookies;
  private final OwnOrigin ownOrigin;

  SessionController(
      SignIn signIn,
      RenewSession renewSession,
      SignOut signOut,
      SignOutEverywhere signOutEverywhere,
      ListSessions listSessions,
      EndSession endSession,
      SessionCookies cookies,
      Reach reach) {
    this.signIn = signIn;
    this.renewSession = renewSession;
    this.signOut = signOut;
    this.signOutEverywhere = signOutEverywhere;
    this.listSessions = listSessions;
    this.endSession = endSession;
    this.cookies = cookies;
    this.ownOrigin = new OwnOrigin(reach);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Open
  @ClientSigned
  @Costly(Costly.Kind.SIGN_IN)
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses("WRONG_CREDENTIALS")
  @Operation(summary = "Sign in")
  ResponseEntity<OpenedSession> signIn(
      Origin origin,
      @RequestBody SignInRequest request,
      @Parameter(hidden = true) @CookieValue(name = SessionCookies.DEVICE, required = false)
          @Nullable String device) {
    SessionView session =
        signIn.signIn(
            new SignIn.Command(request.email(), request.password(), origin, cookies.known(device)));
    return answer(session, cookies.device(session, device));
  }

  @PostMapping("/refresh")
  @Open
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses({"SESSION_ENDED", "FOREIGN_ORIGIN"})
  @Operation(summary = "Get a new access token for the refresh cookie, which is replaced")
  ResponseEntity<OpenedSession> renew(
      HttpServletRequest request,
      Origin origin,
      @Parameter(description = "Set at sign-in")
          @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String refreshToken) {
    ownOrigin.require(request);
    if (refreshToken == null) {
      throw MemberError.SESSION_ENDED.exception();
    }
    return answer(renewSession.renew(refreshToken, origin));
  }

  @DeleteMapping("/current")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses("FOREIGN_ORIGIN")
  @Operation(summary = "Sign out: end the session of the refresh cookie, if there is one")
  ResponseEntity<Void> signOut(
      HttpServletRequest request,
      @Parameter(description = "Set at sign-in")
          @CookieValue(name = RefreshCookie.NAME, required = false)
          @Nullable String refreshToken) {
    ownOrigin.require(request);
    if (refreshToken != null) {
      signOut.signOut(refreshToken);
    }
    return ended();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @OpenToInactive
  @Sends(HttpHeaders.SET_COOKIE)
  @Operation(summary = "End all sessions of one's own")
  ResponseEntity<Void> signOutEverywhere(Caller caller) {
    signOutEverywhere.signOut(caller);
    return ended();
  }

  @GetMapping
  @OpenToInactive
  @Operation(summary = "One's own sessions, the one used last first")
  SessionsResponse list(Caller caller, SessionId current) {
    return new SessionsResponse(
        listSessions.list(caller, current).stream().map(SessionResponse::of).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @OpenToInactive
  @Refuses("SESSION_NOT_FOUND")
  @Operation(summary = "End one of one's own sessions")
  ResponseEntity<Void> end(Caller caller, @PathVariable String id) {
    endSession.end(
        caller,
        Parameters.id(id)
            .map(SessionId::new)
            .orElseThrow(MemberError.SESSION_NOT_FOUND::exception));
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<OpenedSession> answer(SessionView session, String... more) {
    OpenedSession body =
        new OpenedSession(
            session.accessToken(),
            session.accessLifetime().toSeconds(),
            new SignedInMember(session.member().toString(), session.nickname()));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookies.refresh(session))
        .header(HttpHeaders.SET_COOKIE, more)
        .body(body);
  }

  private static ResponseEntity<Void> ended() {
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, RefreshCookie.none()).build();
  }
}
