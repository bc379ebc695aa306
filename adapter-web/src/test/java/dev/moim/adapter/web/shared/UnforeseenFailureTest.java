package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.shared.SharedError;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class UnforeseenFailureTest {
  private final Problems problems = new Problems(new Texts(), ApiJson.mapper());
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/rooms");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void it_is_logged_once_with_its_stack_and_shown_to_nobody(CapturedOutput output)
      throws UnsupportedEncodingException {
    problems.resolveException(
        request, response, null, new IllegalStateException("select secret from member"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString())
        .contains("INTERNAL_ERROR")
        .doesNotContain("secret", "IllegalState", "dev.moim");
    assertThat(output.getAll()).containsOnlyOnce("IllegalStateException").contains("\tat ");
  }

  @Test
  void who_comes_when_too_much_is_going_on_is_told_when_to_come_back() {
    problems.write(request, response, SharedError.TOO_BUSY.exception());

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
  }

  @Test
  void a_conflict_that_nobody_tried_again_is_no_failure_of_ours() {
    problems.write(request, response, new ConcurrencyConflict("stale"));

    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void an_answer_that_is_under_way_is_left_alone() throws UnsupportedEncodingException {
    response.setCommitted(true);

    problems.write(request, response, new IllegalStateException("late"));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsString()).isEmpty();
  }
}
