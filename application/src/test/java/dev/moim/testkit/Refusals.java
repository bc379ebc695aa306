package dev.moim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.SharedError;
import dev.moim.testkit.shared.Race.Outcome;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says how something is refused. */
public final class Refusals {
  private Refusals() {}

  /** Something is refused for that reason; gives the refusal for a closer look. */
  public static DomainException assertRefused(ErrorCode code, ThrowingCallable something) {
    DomainException refusal = Assertions.catchThrowableOfType(DomainException.class, something);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  /** Who did not succeed in a race was refused for that reason. */
  public static void assertOthersRefused(ErrorCode code, List<? extends Outcome<?>> outcomes) {
    for (Outcome<?> outcome : outcomes) {
      outcome
          .failure()
          .ifPresent(failure ->
              assertThat(failure)
                  .isInstanceOfSatisfying(
                      DomainException.class,
                      refusal -> assertThat(refusal.code()).isEqualTo(code)));
    }
  }

  /** An input is refused for exactly these fields, each written as {@code pointer CODE}. */
  public static void assertInvalid(ThrowingCallable something, String... fields) {
    assertThat(assertRefused(SharedError.INVALID_INPUT, something).fieldErrors())
        .extracting((FieldError error) -> error.pointer() + " " + error.code())
        .containsExactlyInAnyOrder(fields);
  }
}
