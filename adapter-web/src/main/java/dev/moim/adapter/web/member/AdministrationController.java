package dev.moim.adapter.web.member;

import dev.moim.adapter.web.member.MemberResponses.Account;
import dev.moim.adapter.web.member.MemberResponses.WarningResponse;
import dev.moim.adapter.web.member.MemberResponses.WarningsResponse;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.InspectMember;
import dev.moim.application.member.port.in.ListMembers;
import dev.moim.application.member.port.in.ListWarnings;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WithdrawWarning;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.SharedError;
import dev.moim.domain.shared.WarningId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers and admins do with members. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class AdministrationController {
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));
  private static final String LIST = "members";

  /** Another role. */
  record RoleRequest(@Schema(allowableValues = {"MEMBER", "MANAGER", "ADMIN"}) String role) {}

  /** Why somebody is warned. */
  record WarningRequest(
      @Schema(description = "1–500 characters, which the member reads") String reason) {}

  private final ListMembers listMembers;
  private final InspectMember inspectMember;
  private final GrantRole grantRole;
  private final WarnMember warnMember;
  private final WithdrawWarning withdrawWarning;
  private final ListWarnings listWarnings;
  private final Pages pages;

  AdministrationController(
      ListMembers listMembers,
      InspectMember inspectMember,
      GrantRole grantRole,
      WarnMember warnMember,
      WithdrawWarning withdrawWarning,
      ListWarnings listWarnings,
      Pages pages) {
    this.listMembers = listMembers;
    this.inspectMember = inspectMember;
    this.grantRole = grantRole;
    this.warnMember = warnMember;
    this.withdrawWarning = withdrawWarning;
    this.listWarnings = listWarnings;
    this.pages = pages;
  }

  @GetMapping("/members")
  @Costly(Costly.Kind.SEARCH)
  @Refuses("NOT_ALLOWED")
  @Operation(summary = "Find members, the latest first; for admins")
  PageResponse<Account> list(
      Caller caller,
      @Parameter(description = "A whole nickname or e-mail address") @RequestParam(required = false)
          @Nullable String search,
      @Parameter(schema = @Schema(allowableValues = {"MEMBER", "MANAGER", "ADMIN"}))
          @RequestParam(required = false)
          @Nullable String role,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    ListMembers.Query query =
        new ListMembers.Query(
            Optional.ofNullable(search),
            Parameters.oneOf("role", role, ROLES),
            pages.request(LIST, limit, cursor));
    return pages.answer(LIST, listMembers.list(caller, query), Account::of);
  }

  @GetMapping("/members/{id}/account")
  @Refuses({"NOT_ALLOWED", "MEMBER_NOT_FOUND"})
  @Operation(summary = "A member in full; for admins")
  Account inspect(Caller caller, @PathVariable String id) {
    return Account.of(inspectMember.inspect(caller, MemberController.memberId(id)));
  }

  @PutMapping(path = "/members/{id}/role", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Refuses({"NOT_ALLOWED", "MEMBER_NOT_FOUND", "LAST_ADMIN", "MEMBER_WITHDRAWN"})
  @Operation(summary = "Give a member another role, which ends the member's sessions; for admins")
  Account grant(
      Caller caller, Origin origin, @PathVariable String id, @RequestBody RoleRequest request) {
    Role role =
        Optional.ofNullable(ROLES.get(request.role()))
            .orElseThrow(() -> SharedError.invalid("/role", "UNKNOWN_ROLE"));
    return Account.of(
        grantRole.grant(
            new GrantRole.Command(caller, origin, MemberController.memberId(id), role)));
  }

  @GetMapping("/members/{id}/warnings")
  @Refuses({"NOT_ALLOWED", "MEMBER_NOT_FOUND"})
  @Operation(
      summary =
          "The warnings of a member, the latest first; for admins, and for managers their own")
  WarningsResponse warnings(Caller caller, @PathVariable String id) {
    return WarningsResponse.of(listWarnings.list(caller, MemberController.memberId(id)));
  }

  @PostMapping(path = "/members/{id}/warnings", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses({"NOT_ALLOWED", "MEMBER_NOT_FOUND", "NOT_TO_BE_WARNED"})
  @Operation(summary = "Warn a member, who is blocked for a time; for managers")
  WarningResponse warn(
      Caller caller, Origin origin, @PathVariable String id, @RequestBody WarningRequest request) {
    return WarningResponse.of(
        warnMember.warn(
            new WarnMember.Command(
                caller, origin, MemberController.memberId(id), request.reason())));
  }

  @DeleteMapping("/warnings/{id}")
  @Refuses({"NOT_ALLOWED", "WARNING_NOT_FOUND", "WARNING_WITHDRAWN"})
  @Operation(summary = "Take a warning back, and its block with it; for admins and for who gave it")
  WarningResponse withdraw(Caller caller, Origin origin, @PathVariable String id) {
    WarningId warning =
        Parameters.id(id).map(WarningId::new).orElseThrow(MemberError.WARNING_NOT_FOUND::exception);
    return WarningResponse.of(
        withdrawWarning.withdraw(new WithdrawWarning.Command(caller, origin, warning)));
  }
}
