package dev.moim.adapter.web.member;

import dev.moim.adapter.web.member.MemberResponses.Account;
import dev.moim.adapter.web.member.MemberResponses.Profile;
import dev.moim.adapter.web.shared.ClientSigned;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.adapter.web.shared.Texts;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.ViewMember;
import dev.moim.application.member.port.in.ViewPicture;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Becoming a member, and what members see of each other. */
@RestController
@RequestMapping(path = "/api/v1/members", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Members")
class MemberController {
  private static final Duration PICTURE_KEPT = Duration.ofMinutes(5);

  /** What somebody gives to become a member. */
  record SignUpRequest(
      @Schema(example = "demo@example.com") String email,
      @Schema(example = "demo", description = "2–20 letters, digits, _ and -") String nickname,
      @Schema(format = "password", description = "8–128 characters, and not a common one")
          String password) {
    @Override
    public String toString() {
      return "SignUpRequest[…]";
    }
  }

  private final SignUp signUp;
  private final ViewMember viewMember;
  private final ViewPicture viewPicture;

  MemberController(SignUp signUp, ViewMember viewMember, ViewPicture viewPicture) {
    this.signUp = signUp;
    this.viewMember = viewMember;
    this.viewPicture = viewPicture;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Open
  @ClientSigned
  @Costly(Costly.Kind.SIGN_UP)
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"NICKNAME_TAKEN", "EMAIL_TAKEN"})
  @Operation(summary = "Become a member; the language is taken from Accept-Language")
  ResponseEntity<Account> signUp(
      @RequestBody SignUpRequest request,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    MemberView member =
        signUp.signUp(
            new SignUp.Command(
                request.nickname(),
                request.email(),
                request.password(),
                Texts.language(languages)));
    return ResponseEntity.created(URI.create("/api/v1/members/me")).body(Account.of(member));
  }

  @GetMapping("/{id}")
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(summary = "Somebody as others see them")
  Profile view(Caller caller, @PathVariable String id) {
    return Profile.of(viewMember.view(caller, memberId(id)));
  }

  @GetMapping(path = "/{id}/picture", produces = MediaType.IMAGE_PNG_VALUE)
  @Refuses("PICTURE_NOT_FOUND")
  @Operation(summary = "A member's picture, at most 256 × 256 pixels")
  ResponseEntity<byte[]> picture(Caller caller, @PathVariable String id) {
    byte[] png =
        viewPicture.view(
            caller,
            Parameters.id(id)
                .map(MemberId::new)
                .orElseThrow(MemberError.PICTURE_NOT_FOUND::exception));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(PICTURE_KEPT).cachePrivate())
        .body(png);
  }

  /**
   * @throws dev.moim.domain.shared.DomainException MEMBER_NOT_FOUND if it is no identifier
   */
  static MemberId memberId(String id) {
    return Parameters.id(id)
        .map(MemberId::new)
        .orElseThrow(MemberError.MEMBER_NOT_FOUND::exception);
  }
}
