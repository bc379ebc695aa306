package dev.moim.adapter.web.provider;

import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.OpenToInactive;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.adapter.web.shared.Sends;
import dev.moim.application.member.port.in.CheckAccess;
import dev.moim.application.member.port.in.ListIdentities;
import dev.moim.application.member.port.in.UnlinkIdentity;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.SessionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own accounts at providers. */
@RestController
@RequestMapping(path = "/api/v1/members/me/identities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Own account")
class IdentityController {
  private static final Logger log = LoggerFactory.getLogger(IdentityController.class);

  /** An account at a provider. */
  @Schema(name = "Identity")
  record IdentityResponse(
      @Schema(example = "github") String provider,
      @Schema(example = "GitHub") String name,
      Instant linkedAt) {}

  /** All of them. */
  @Schema(name = "Identities")
  record IdentitiesResponse(List<IdentityResponse> items) {}

  /** Where the browser is sent in the end. */
  record DepartureRequest(
      @Schema(
              example = "/settings",
              description = "A page of ours, as it stands behind `#`; `/settings` if left out")
          @Nullable String next) {}

  /** Where the browser goes to now. */
  @Schema(name = "Departure")
  record DepartureResponse(
      @Schema(description = "Good for 10 minutes, in the browser that got this answer only")
          String authorizationUrl) {
    @Override
    public String toString() {
      return "DepartureResponse[…]";
    }
  }

  private final ListIdentities listIdentities;
  private final UnlinkIdentity unlinkIdentity;
  private final Providers providers;
  private final Departures departures;

  IdentityController(
      ListIdentities listIdentities,
      UnlinkIdentity unlinkIdentity,
      Providers providers,
      Departures departures) {
    this.listIdentities = listIdentities;
    this.unlinkIdentity = unlinkIdentity;
    this.providers = providers;
    this.departures = departures;
  }

  @GetMapping
  @OpenToInactive
  @Operation(summary = "The accounts at providers through which one signs in")
  IdentitiesResponse list(Caller caller) {
    return new IdentitiesResponse(
        listIdentities.list(caller).stream()
            .map(identity ->
                new IdentityResponse(
                    identity.provider(), name(identity.provider()), identity.linkedAt()))
            .toList());
  }

  /** A provider that is no longer offered has but its identifier. */
  private String name(String provider) {
    return providers.find(provider).map(Provider::name).orElse(provider);
  }

  /** A {@code PUT}, so that the answer is never kept to be given again. */
  @PutMapping(path = "/{provider}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Costly(Costly.Kind.SIGN_IN)
  @Sends(HttpHeaders.SET_COOKIE)
  @Refuses({"UNKNOWN_PROVIDER", "PROVIDER_AWAY", "PROVIDER_NOT_TRUSTED", "PUBLIC_URL_NEEDED"})
  @Operation(
      summary = "Begin to link an account at a provider, to which the browser goes then",
      description =
          "The account is linked when the browser comes back, if this session is still open. Then"
              + " it is sent to `next`, with `problem=<code>` if nothing came of it.")
  ResponseEntity<DepartureResponse> link(
      Caller caller,
      SessionId session,
      @PathVariable String provider,
      @RequestBody DepartureRequest body,
      HttpServletRequest request) {
    try {
      Departures.Departure departure =
          departures.link(
              provider,
              Page.named(body.next(), Page.SETTINGS),
              new CheckAccess.Claim(caller.id(), session, caller.role()),
              request);
      return ResponseEntity.ok()
          .header(HttpHeaders.SET_COOKIE, departure.cookie())
          .body(new DepartureResponse(departure.authorizationUri()));
    } catch (ProviderFailure failure) {
      log.warn("{} can't be reached: {}", provider, failure.getMessage());
      throw failure.code().exception();
    }
  }

  @DeleteMapping("/{provider}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"IDENTITY_NOT_FOUND", "LAST_WAY_IN", "MEMBER_NOT_FOUND"})
  @Operation(summary = "Unlink one's accounts at a provider")
  ResponseEntity<Void> unlink(Caller caller, @PathVariable String provider) {
    unlinkIdentity.unlink(caller, provider);
    return ResponseEntity.noContent().build();
  }
}
