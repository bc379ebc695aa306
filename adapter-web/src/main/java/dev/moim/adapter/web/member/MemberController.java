package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.ClientSigned;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Open;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.adapter.web.shared.Texts;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.ViewOwnAccount;
import dev.moim.domain.member.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Becoming a member, and one's own account. */
@RestController
@RequestMapping(path = "/api/v1/members", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Members")
class MemberController {
  /** What somebody gives to become a member. */
  record SignUpRequest(
      @Schema(example = "demo@example.com") String email,
      @Schema(example = "demo", description = "2–20 letters, digits, _ and -") String nickname,
      @Schema(format = "password", description = "8–128 characters") String password) {
    @Override
    public String toString() {
      return "SignUpRequest[…]";
    }
  }

  /** A member as seen by themselves. */
  @Schema(name = "Member")
  record MemberResponse(
      String id,
      String nickname,
      String email,
      @Schema(allowableValues = {"MEMBER", "MANAGER", "ADMIN"}) String role,
      @Schema(allowableValues = {"ko", "en"}) String language,
      Instant joinedAt) {
    static MemberResponse of(MemberView member) {
      return new MemberResponse(
          member.id().toString(),
          member.nickname(),
          member.email(),
          member.role().name(),
          Texts.tag(member.language()),
          member.joinedAt());
    }
  }

  private final SignUp signUp;
  private final ViewOwnAccount viewOwnAccount;

  MemberController(SignUp signUp, ViewOwnAccount viewOwnAccount) {
    this.signUp = signUp;
    this.viewOwnAccount = viewOwnAccount;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Open
  @Costly(Costly.Kind.SIGN_UP)
  @ClientSigned
  @Sends(HttpHeaders.LOCATION)
  @Refuses({"NICKNAME_TAKEN", "EMAIL_TAKEN"})
  @Operation(summary = "Become a member; the language is taken from Accept-Language")
  ResponseEntity<MemberResponse> signUp(
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
    return ResponseEntity.created(URI.create("/api/v1/members/me")).body(MemberResponse.of(member));
  }

  @GetMapping("/me")
  @Refuses("MEMBER_NOT_FOUND")
  @Operation(summary = "One's own account")
  MemberResponse me(Caller caller) {
    return MemberResponse.of(viewOwnAccount.view(caller));
  }
}
