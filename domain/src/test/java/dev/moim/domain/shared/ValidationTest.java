package dev.moim.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private final Validation validation = new Validation();

  @Test
  void what_is_right_comes_out_and_nothing_is_refused() {
    assertThat(validation.check(() -> "right")).contains("right");

    validation.orThrow();
  }

  @Test
  void all_that_is_wrong_is_refused_at_once_each_under_its_parent() {
    assertThat(validation.check(() -> Checks.inRange(9, 1, 2, "one"))).isEmpty();
    assertThat(validation.check("/parent", () -> Checks.line("", 1, 2, "two"))).isEmpty();
    validation.add(new FieldError("/three", "WRONG"));

    DomainException refusal = catchThrowableOfType(DomainException.class, validation::orThrow);

    assertThat(refusal.code()).isEqualTo(SharedError.INVALID_INPUT);
    assertThat(refusal.fieldErrors())
        .extracting(FieldError::pointer)
        .containsExactly("/one", "/parent/two", "/three");
  }

  @Test
  void a_refusal_without_fields_is_no_matter_of_validation() {
    DomainException other = SharedError.TOO_BUSY.exception();

    assertThatThrownBy(() ->
            validation.check(() -> {
              throw other;
            }))
        .isSameAs(other);
  }

  @Test
  void a_field_error_keeps_its_details_under_another_parent() {
    FieldError error = new FieldError("/max", "OUT_OF_RANGE", Map.of("max", 4));

    assertThat(error.under("/size"))
        .isEqualTo(new FieldError("/size/max", "OUT_OF_RANGE", Map.of("max", 4)));
  }
}
