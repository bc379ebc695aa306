package dev.moim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static Refusals in(String source) {
    return new Refusals(List.of(source));
  }

  @Test
  void the_code_of_a_field_is_found_wherever_it_is_said() {
    assertThat(
            in("""
            throw SharedError.invalid("/x", "TOO_SMALL");
            errors.add(new FieldError("/" + i, "TOO_LARGE", Map.of("max", 3)));
            throw SharedError.invalid(
                List.of(
                    new FieldError(
                        "/x",
                        "TOO_ODD")));
            """)
                .fields())
        .containsExactly(List.of("TOO_SMALL"), List.of("TOO_LARGE"), List.of("TOO_ODD"));
  }

  @Test
  void of_two_codes_both_are_found() {
    assertThat(in("invalid(\"/x\", isSmall ? \"TOO_SMALL\" : \"TOO_LARGE\");").fieldCodes())
        .containsExactlyInAnyOrder("TOO_SMALL", "TOO_LARGE");
  }

  @Test
  void a_code_that_is_handed_on_is_not_said() {
    assertThat(
            in("""
            static DomainException invalid(String pointer, String code) {
              return invalid(List.of(new FieldError(pointer, code)));
            }
            """)
                .fields())
        .isEmpty();
  }
}
