package dev.moim.adapter.web.matching;

import dev.moim.adapter.web.shared.Refuses;
import dev.moim.application.matching.port.in.InspectPools;
import dev.moim.application.matching.port.in.ListPools;
import dev.moim.domain.member.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How categories are matched, and how that goes. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Pools")
class PoolController {
  private final ListPools listPools;
  private final InspectPools inspectPools;

  PoolController(ListPools listPools, InspectPools inspectPools) {
    this.listPools = listPools;
    this.inspectPools = inspectPools;
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
        inspectPools.inspect(caller).stream().map(PoolInspectionResponse::of).toList());
  }
}
