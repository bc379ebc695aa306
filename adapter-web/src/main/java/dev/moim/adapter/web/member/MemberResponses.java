package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.Texts;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.ProfileView;
import dev.moim.application.member.port.in.SessionInfo;
import dev.moim.application.member.port.in.WarningView;
import dev.moim.domain.member.Block;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the resources of members look like on the wire. */
final class MemberResponses {
  private MemberResponses() {}

  /** A member as seen by themselves and by admins. */
  @Schema(name = "Account")
  record Account(
      String id,
      String nickname,
      String email,
      boolean emailVerified,
      @Schema(description = "Whether one can sign in with a password") boolean hasPassword,
      @Schema(allowableValues = {"MEMBER", "MANAGER", "ADMIN"}) String role,
      @Schema(allowableValues = {"ACTIVE", "BLOCKED", "WITHDRAWN"}) String status,
      @Nullable BlockResponse block,
      @Schema(description = "When the data of a member who has left is erased")
          @Nullable Instant erasedAt,
      @Schema(allowableValues = {"ko", "en"}) String language,
      @Schema(example = "Asia/Seoul") String zone,
      @Schema(description = "Path of the picture") @Nullable String picture,
      Instant joinedAt) {
    static Account of(MemberView member) {
      return new Account(
          member.id().toString(),
          member.nickname(),
          member.email(),
          member.emailVerified(),
          member.hasPassword(),
          member.role().name(),
          member.status().name(),
          member.block().map(BlockResponse::of).orElse(null),
          member.erasedAt().orElse(null),
          Texts.tag(member.language()),
          member.zone().getId(),
          member.picture().map(tag -> path(member.id())).orElse(null),
          member.joinedAt());
    }

    private static String path(MemberId member) {
      return "/api/v1/members/" + member + "/picture";
    }
  }

  /** Until when a member may not act, and why. */
  @Schema(name = "Block")
  record BlockResponse(Instant until, String reason) {
    static BlockResponse of(Block block) {
      return new BlockResponse(block.until(), block.reason());
    }
  }

  /** A member as seen by others. */
  @Schema(name = "Profile")
  record Profile(
      String id,
      String nickname,
      @Schema(description = "Path of the picture") @Nullable String picture) {
    static Profile of(ProfileView member) {
      return new Profile(
          member.id().toString(),
          member.nickname(),
          member.picture().map(tag -> Account.path(member.id())).orElse(null));
    }
  }

  /** A warning; {@code by} is shown to those who give warnings. */
  @Schema(name = "Warning")
  record WarningResponse(
      String id,
      String member,
      @Nullable String by,
      String reason,
      Instant givenAt,
      @Schema(description = "How long it blocks") Instant until,
      @Nullable Instant withdrawnAt) {
    static WarningResponse of(WarningView warning) {
      return new WarningResponse(
          warning.id().toString(),
          warning.member().toString(),
          warning.by().map(MemberId::toString).orElse(null),
          warning.reason(),
          warning.givenAt(),
          warning.until(),
          warning.withdrawnAt().orElse(null));
    }
  }

  /** All warnings of a member. */
  @Schema(name = "Warnings")
  record WarningsResponse(List<WarningResponse> items) {
    static WarningsResponse of(List<WarningView> warnings) {
      return new WarningsResponse(warnings.stream().map(WarningResponse::of).toList());
    }
  }

  /** One of one's own sessions. */
  @Schema(name = "SessionInfo")
  record SessionResponse(
      String id,
      @Schema(description = "What the client calls itself") String device,
      String address,
      Instant startedAt,
      Instant lastUsedAt,
      Instant expiresAt,
      @Schema(description = "Whether it is the one that asks") boolean current) {
    static SessionResponse of(SessionInfo session) {
      return new SessionResponse(
          session.id().toString(),
          session.origin().device(),
          session.origin().address(),
          session.startedAt(),
          session.lastUsedAt(),
          session.expiresAt(),
          session.current());
    }
  }

  /** One's own sessions. */
  @Schema(name = "Sessions")
  record SessionsResponse(List<SessionResponse> items) {}

  /** When a withdrawal takes effect for good. */
  @Schema(name = "Withdrawal")
  record WithdrawalResponse(
      @Schema(description = "Until when it can be undone") Instant undoableUntil) {}

  /** Everything that is kept about a member, by section. */
  @Schema(name = "Export")
  record ExportResponse(Instant madeAt, Map<String, List<Map<String, Object>>> sections) {}
}
