package dev.moim.adapter.web.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it goes out (RFC 9457).
 *
 * @param details values that a program may want, such as {@code meetingId}; absent if there are
 *     none
 * @param errors the invalid fields; absent if there are none
 */
@Schema(description = "A refusal, as application/problem+json (RFC 9457)")
record Problem(
    @Schema(example = "/problems/ROOM_FULL") String type,
    String title,
    @Schema(example = "409") int status,
    String detail,
    @Schema(description = "The path of the request") String instance,
    @Schema(description = "Stable name", example = "ROOM_FULL") String code,
    @Nullable Map<String, Object> details,
    @Nullable List<Field> errors,
    @Schema(description = "The X-Request-Id under which the logs speak of this request")
        String traceId) {
  /** An invalid field; {@code pointer} leads to it from the body's root (RFC 6901). */
  @Schema(name = "ProblemField")
  record Field(
      @Schema(
              example = "/capacity",
              description = "JSON pointer from the body's root; of a query parameter, / and name")
          String pointer,
      @Schema(example = "OUT_OF_RANGE") String code,
      String message) {}
}
