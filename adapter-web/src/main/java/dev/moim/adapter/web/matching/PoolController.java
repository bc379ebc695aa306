package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.shared.ChangesNothing;
import dev.moim.adapter.web.shared.Costly;
import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.matching.port.in.DryRunPool;
import dev.moim.application.matching.port.in.InspectPools;
import dev.moim.application.matching.port.in.ListPools;
import dev.moim.domain.member.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How categories are matched, and how that goes. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Pools")
class PoolController {
  private final ListPools listPools;
  private final InspectPools inspectPools;

  private final DryRunPool dryRunPool;

  /** What is to be tried. */
  @Schema(name = "DryRunRequest")
  record DryRunRequest(
      @Schema(
              description = "One to four policies, by the names that GET /admin/pools tells",
              example = "[\"default\", \"oldest-first\"]")
          List<String> policies,
      @Schema(description = "A day within the last year, in the community's zone; today by default")
          @Nullable LocalDate date) {}

  PoolController(ListPools listPools, InspectPools inspectPools, DryRunPool dryRunPool) {
    this.listPools = listPools;
    this.inspectPools = inspectPools;
    this.dryRunPool = dryRunPool;
  }

  @GetMapping("/pools")
  @Operation(summary = "How each category is matched, in configured order")
  PoolResponse.Listed list(Caller caller) {
    return new PoolResponse.Listed(listPools.list().stream().map(PoolResponse::of).toList());
  }

  @GetMapping("/admin/pools")
  @Refuses("NOT_ALLOWED")
  @Operation(summary = "How each pool works, and what it decided last for which reason; for admins")
  PoolInspectionResponse.Listed inspect(Caller caller) {
    return new PoolInspectionResponse.Listed(
        inspectPools.inspect(caller).stream().map(PoolInspectionResponse::of).toList(),
        PoolInspectionResponse.Policy.all());
  }

  @PostMapping(
      path = "/admin/pools/{category}/dry-run",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ChangesNothing
  @Costly(Costly.Kind.SEARCH)
  @Refuses({"NOT_ALLOWED", "UNKNOWN_CATEGORY", "DAY_TOO_BUSY"})
  @Operation(
      summary = "Replay a day's requests with other policies, which changes nothing; for admins")
  DryRunResponse dryRun(
      Caller caller, @PathVariable String category, @RequestBody DryRunRequest request) {
    return DryRunResponse.of(
        dryRunPool.run(
            new DryRunPool.Command(
                caller, category, request.policies(), Optional.ofNullable(request.date()))));
  }
}
