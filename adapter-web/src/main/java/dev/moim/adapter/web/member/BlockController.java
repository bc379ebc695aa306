package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.OpenToInactive;
import dev.moim.adapter.web.shared.Pages;
import dev.moim.adapter.web.shared.Pages.PageResponse;
import dev.moim.adapter.web.shared.Parameters;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.ListBlocks;
import dev.moim.application.member.port.in.UnblockMember;
import dev.moim.domain.member.Caller;
import dev.moim.domain.shared.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom the caller wants nothing to do with. */
@RestController
@RequestMapping(path = "/api/v1/members/me/blocks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Own account")
class BlockController {
  private static final String LIST = "blocks";

  /** Somebody whom the caller blocks. */
  @Schema(name = "BlockedMember")
  record BlockedResponse(
      String memberId,
      @Schema(description = "Left out if the member has left") @Nullable String nickname,
      Instant since) {
    static BlockedResponse of(ListBlocks.Blocked blocked) {
      return new BlockedResponse(
          blocked.member().toString(), blocked.nickname().orElse(null), blocked.since());
    }
  }

  private final BlockMember blockMember;
  private final UnblockMember unblockMember;
  private final ListBlocks listBlocks;
  private final Pages pages;

  BlockController(
      BlockMember blockMember, UnblockMember unblockMember, ListBlocks listBlocks, Pages pages) {
    this.blockMember = blockMember;
    this.unblockMember = unblockMember;
    this.listBlocks = listBlocks;
    this.pages = pages;
  }

  @GetMapping
  @OpenToInactive
  @Operation(summary = "Whom one blocks, the latest first")
  PageResponse<BlockedResponse> list(
      Caller caller,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return pages.answer(
        LIST, listBlocks.list(caller, pages.request(LIST, limit, cursor)), BlockedResponse::of);
  }

  @PutMapping("/{memberId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses({"CANNOT_BLOCK_ONESELF", "MEMBER_NOT_FOUND", "TOO_MANY_BLOCKS"})
  @Operation(
      summary = "Block a member, who does not learn of it",
      description =
          "The two are not matched together any more, and neither joins a room in which the other"
              + " one is. What they are in together already stays as it is.")
  ResponseEntity<Void> block(Caller caller, @PathVariable String memberId) {
    blockMember.block(new BlockMember.Command(caller, MemberController.memberId(memberId)));
    return ResponseEntity.noContent().build();
  }

  /** What identifies nobody is blocked by nobody. */
  @DeleteMapping("/{memberId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Unblock a member; whom one does not block stays so")
  ResponseEntity<Void> unblock(Caller caller, @PathVariable String memberId) {
    Parameters.id(memberId)
        .map(MemberId::new)
        .ifPresent(id -> unblockMember.unblock(new UnblockMember.Command(caller, id)));
    return ResponseEntity.noContent().build();
  }
}
