package dev.moim.adapter.web.member;

import dev.moim.adapter.web.member.MemberResponses.Account;
import dev.moim.adapter.web.member.MemberResponses.ExportResponse;
import dev.moim.adapter.web.member.MemberResponses.WarningsResponse;
import dev.moim.adapter.web.member.MemberResponses.WithdrawalResponse;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.EntityTags;
import dev.moim.adapter.web.shared.OpenToInactive;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.adapter.web.shared.Texts;
import dev.moim.application.member.port.in.ChangePassword;
import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.ListWarnings;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.RemovePicture;
import dev.moim.application.member.port.in.RequestEmailChange;
import dev.moim.application.member.port.in.RequestEmailVerification;
import dev.moim.application.member.port.in.SetPicture;
import dev.moim.application.member.port.in.UndoWithdrawal;
import dev.moim.application.member.port.in.ViewOwnAccount;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.SharedError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping(path = "/api/v1/members/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Own account")
class AccountController {
  /** What is to change; what is absent stays. */
  record EditRequest(
      @Schema(description = "2–20 letters, digits, _ and -") @Nullable String nickname,
      @Schema(allowableValues = {"ko", "en"}) @Nullable String language,
      @Schema(example = "Asia/Seoul", description = "Of the IANA time zone database")
          @Nullable String zone) {}

  /** The present password, and the one that replaces it. */
  record PasswordRequest(
      @Schema(format = "password") String present,
      @Schema(format = "password", description = "8–128 characters, and not a common one")
          String replacement) {
    @Override
    public String toString() {
      return "PasswordRequest[…]";
    }
  }

  /** Another address; the password proves who asks. */
  record EmailRequest(
      @Schema(example = "demo@example.com") String email,
      @Schema(format = "password", description = "Needed if the account has one")
          @Nullable String password) {
    @Override
    public String toString() {
      return "EmailRequest[…]";
    }
  }

  /** The password proves who asks. */
  record WithdrawalRequest(
      @Schema(format = "password", description = "Needed if the account has one")
          @Nullable String password) {
    @Override
    public String toString() {
      return "WithdrawalRequest[…]";
    }
  }

  private final ViewOwnAccount viewOwnAccount;
  private final EditProfile editProfile;
  private final ChangePassword changePassword;
  private final RequestEmailChange requestEmailChange;
  private final RequestEmailVerification requestEmailVerification;
  private final SetPicture setPicture;
  private final RemovePicture removePicture;
  private final Withdraw withdraw;
  private final UndoWithdrawal undoWithdrawal;
  private final Exports exports;
  private final ListWarnings listWarnings;
  private final Clock clock;

  AccountController(
      ViewOwnAccount viewOwnAccount,
      EditProfile editProfile,
      ChangePassword changePassword,
      RequestEmailChange requestEmailChange,
      RequestEmailVerification requestEmailVerification,
      SetPicture setPicture,
      RemovePicture removePicture,
      Withdraw withdraw,
      UndoWithdrawal undoWithdrawal,
      Exports exports,
      ListWarnings listWarnings,
      Clock clock) {
    this.viewOwnAccount = viewOwnAccount;
    this.editProfile = editProfile;
    this.changePassword = changePassword;
    this.requestEmailChange = requestEmailChange;
    this.requestEmailVerification = requestEmailVerification;
    this.setPicture = setPicture;
    this.removePicture = removePicture;
    this.withdraw = withdraw;
    this.undoWithdrawal = undoWithdrawal;
    this.exports = exports;
    this.listWarnings = listWarnings;
    this.clock = clock;
  }

  @GetMapping
  @OpenToInactive
  @Sends(HttpHeaders.ETAG)
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(summary = "One's own account")
  ResponseEntity<Account> view(Caller caller) {
    return tagged(viewOwnAccount.view(caller));
  }

  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Sends(HttpHeaders.ETAG)
  @Refuses({"MEMBER_NOT_FOUND", "NICKNAME_TAKEN", "STALE_VERSION"})
  @Operation(summary = "Change how one is called and spoken to")
  ResponseEntity<Account> edit(
      Caller caller,
      @RequestBody EditRequest request,
      @Parameter(description = "The ETag of the account as the caller has seen it")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    return tagged(
        editProfile.edit(
            new EditProfile.Command(
                caller,
                Optional.ofNullable(request.nickname()),
                Optional.ofNullable(request.language()).map(AccountController::language),
                Optional.ofNullable(request.zone()),
                EntityTags.expected(ifMatch))));
  }

  private static Language language(String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> Texts.tag(language).equals(tag))
        .findFirst()
        .orElseThrow(() -> SharedError.invalid("/language", "UNKNOWN_LANGUAGE"));
  }

  @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"MEMBER_NOT_FOUND", "NO_PASSWORD", "WRONG_PASSWORD"})
  @Operation(summary = "Change one's password; all other sessions end")
  ResponseEntity<Void> changePassword(
      Caller caller, SessionId session, Origin origin, @RequestBody PasswordRequest request) {
    changePassword.change(
        new ChangePassword.Command(
            caller, session, origin, request.present(), request.replacement()));
    return ResponseEntity.noContent().build();
  }

  @PutMapping(path = "/email", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Costly(Costly.Kind.MAIL)
  @Refuses({"MEMBER_NOT_FOUND", "EMAIL_TAKEN", "WRONG_PASSWORD", "TOO_MANY_MAILS"})
  @Operation(summary = "Ask for another e-mail address, which is mailed a link that confirms it")
  ResponseEntity<Void> changeEmail(
      Caller caller, Origin origin, @RequestBody EmailRequest request) {
    requestEmailChange.request(
        new RequestEmailChange.Command(caller, origin, request.email(), given(request.password())));
    return ResponseEntity.accepted().build();
  }

  @PutMapping("/email-verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Costly(Costly.Kind.MAIL)
  @Refuses({"MEMBER_NOT_FOUND", "ALREADY_VERIFIED", "TOO_MANY_MAILS"})
  @Operation(summary = "Mail the link once more that verifies the address")
  ResponseEntity<Void> verifyEmail(Caller caller) {
    requestEmailVerification.request(caller);
    return ResponseEntity.accepted().build();
  }

  @PutMapping(
      path = "/picture",
      consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
  @Costly(Costly.Kind.UPLOAD)
  @Sends(HttpHeaders.ETAG)
  @Refuses({"MEMBER_NOT_FOUND", "NOT_A_PICTURE"})
  @Operation(summary = "Show a picture of oneself: a PNG or JPEG of at most 1 MiB")
  ResponseEntity<Account> setPicture(Caller caller, @RequestBody byte[] file) {
    return tagged(setPicture.set(caller, file));
  }

  @DeleteMapping("/picture")
  @Sends(HttpHeaders.ETAG)
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(summary = "Show no picture of oneself any more")
  ResponseEntity<Account> removePicture(Caller caller) {
    return tagged(removePicture.remove(caller));
  }

  @GetMapping("/warnings")
  @OpenToInactive
  @Operation(summary = "The warnings one got, the latest first")
  WarningsResponse warnings(Caller caller) {
    return WarningsResponse.of(listWarnings.list(caller, caller.id()));
  }

  @GetMapping("/export")
  @OpenToInactive
  @Costly(Costly.Kind.SEARCH)
  @Sends(HttpHeaders.CONTENT_DISPOSITION)
  @Operation(summary = "Everything that is kept about oneself, as one file")
  ResponseEntity<ExportResponse> export(Caller caller) {
    ContentDisposition file =
        ContentDisposition.attachment().filename("moim-" + caller.id() + ".json").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(new ExportResponse(clock.now(), exports.of(caller)));
  }

  @PutMapping(path = "/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @OpenToInactive
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses({"MEMBER_NOT_FOUND", "WRONG_PASSWORD", "LAST_ADMIN"})
  @Operation(
      summary = "Leave: all sessions end at once, and personal data is erased after seven days")
  ResponseEntity<WithdrawalResponse> withdraw(
      Caller caller, Origin origin, @RequestBody WithdrawalRequest request) {
    var undoableUntil =
        withdraw.withdraw(new Withdraw.Command(caller, origin, given(request.password())));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.none())
        .body(new WithdrawalResponse(undoableUntil));
  }

  @DeleteMapping("/withdrawal")
  @OpenToInactive
  @Sends(HttpHeaders.ETAG)
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(summary = "Come back in time, after signing in again")
  ResponseEntity<Account> undoWithdrawal(Caller caller) {
    return tagged(undoWithdrawal.undo(caller));
  }

  private static String given(@Nullable String password) {
    return password == null ? "" : password;
  }

  private static ResponseEntity<Account> tagged(MemberView member) {
    return ResponseEntity.ok().eTag(EntityTags.of(member.version())).body(Account.of(member));
  }
}
