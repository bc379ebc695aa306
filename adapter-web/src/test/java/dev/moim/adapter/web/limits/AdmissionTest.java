package dev.moim.adapter.web.limits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 1",
    "10001, 1, 1, 1, 1",
    "1, -1, 1, 1, 1",
    "1, 10001, 1, 1, 1",
    "1, 1, -1, 1, 1",
    "1, 1, 60001, 1, 1",
    "1, 1, 1, 0, 1",
    "1, 1, 1, 10001, 1",
    "1, 1, 1, 1, 0",
    "1, 1, 1, 1, 300001"
  })
  void bounds_are_within_reason(
      int atOnce, int waiting, long patience, int bodies, long bodyPatience) {
    assertThatThrownBy(() ->
            new AdmissionSettings(
                atOnce,
                waiting,
                Duration.ofMillis(patience),
                bodies,
                Duration.ofMillis(bodyPatience)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
