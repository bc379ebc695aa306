package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.member.port.in.AskPasswordReset;
import dev.moim.application.member.port.in.ConfirmEmail;
import dev.moim.application.member.port.in.ResetPassword;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Following mailed links. The page reads the secret from its own address, where it stands behind
 * the {@code #} that browsers keep to themselves, and sends it in a body.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Mailed links")
class MailedLinkController {
  /** The secret of a mailed link. */
  record LinkRequest(@Schema(description = "From the link") String token) {
    @Override
    public String toString() {
      return "LinkRequest[…]";
    }
  }

  /** Whose password is forgotten. */
  record ResetRequest(@Schema(example = "demo@example.com") String email) {
    @Override
    public String toString() {
      return "ResetRequest[…]";
    }
  }

  /** The secret of a mailed link, and the new password. */
  record NewPasswordRequest(
      @Schema(description = "From the link") String token,
      @Schema(format = "password", description = "8–128 characters, and not a common one")
          String password) {
    @Override
    public String toString() {
      return "NewPasswordRequest[…]";
    }
  }

  private final ConfirmEmail confirmEmail;
  private final AskPasswordReset askPasswordReset;
  private final ResetPassword resetPassword;
  private final SessionCookies cookies;

  MailedLinkController(
      ConfirmEmail confirmEmail,
      AskPasswordReset askPasswordReset,
      ResetPassword resetPassword,
      SessionCookies cookies) {
    this.confirmEmail = confirmEmail;
    this.askPasswordReset = askPasswordReset;
    this.resetPassword = resetPassword;
    this.cookies = cookies;
  }

  @PostMapping(path = "/email-confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open
  @Refuses({"LINK_NOT_GOOD", "EMAIL_TAKEN"})
  @Operation(summary = "Follow a mailed link that verifies or changes an e-mail address")
  ResponseEntity<Void> confirmEmail(@RequestBody LinkRequest request) {
    confirmEmail.confirm(request.token());
    return ResponseEntity.noContent().build();
  }

  @PostMapping(path = "/password-resets", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Open
  @Costly(Costly.Kind.MAIL)
  @Operation(
      summary = "Mail a link to choose a new password; the answer is the same for any address")
  ResponseEntity<Void> askReset(@RequestBody ResetRequest request) {
    askPasswordReset.ask(request.email());
    return ResponseEntity.accepted().build();
  }

  @PostMapping(path = "/password-resets/completion", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Open
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses("LINK_NOT_GOOD")
  @Operation(summary = "Follow a mailed link and choose a new password; all sessions end")
  ResponseEntity<Void> reset(@RequestBody NewPasswordRequest request) {
    MemberId member =
        resetPassword.reset(new ResetPassword.Command(request.token(), request.password()));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookies.device(member))
        .build();
  }
}
