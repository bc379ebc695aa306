package dev.moim.adapter.web.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.moim.adapter.web.signature.StructuredFields.Input;
import dev.moim.adapter.web.signature.StructuredFields.Malformed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredFieldsTest {
  @Test
  void signature_inputs_are_lists_with_parameters() throws Malformed {
    Map<String, Input> inputs =
        StructuredFields.inputs(
            "a=(\"@method\"   \"date\" );created=-12;nonce=\"x\\\"\\\\y\" ,\t*b=()");

    assertThat(inputs)
        .containsExactly(
            Map.entry(
                "a",
                new Input(List.of("@method", "date"), Map.of("created", -12L, "nonce", "x\"\\y"))),
            Map.entry("*b", new Input(List.of(), Map.of())));
    assertThat(inputs.get("a"))
        .isNotNull()
        .extracting(Input::serialized)
        .isEqualTo("(\"@method\" \"date\");created=-12;nonce=\"x\\\"\\\\y\"");
  }

  @Test
  void signatures_are_bytes() throws Malformed {
    assertThat(StructuredFields.byteSequences("a=:AQID:, b=::"))
        .containsEntry("a", new byte[] {1, 2, 3})
        .containsEntry("b", new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "a=",
        "a=(",
        "a=(\"x\"",
        "a=(\"x\"\"y\")",
        "a=(x)",
        "a=(1)",
        "a=(\"x\";sf)",
        "a=(\"x\");",
        "a=(\"x\");created",
        "a=(\"x\");created=",
        "a=(\"x\");created=1.5",
        "a=(\"x\");created=--1",
        "a=(\"x\");created=1234567890123456",
        "a=(\"x\");created=token",
        "a=(\"x\");Created=1",
        "a=(\"x\");created=1;created=2",
        "a=(\"x\"),",
        "a=(\"x\"),a=(\"y\")",
        "a=(\"x\") b=(\"y\")",
        "A=(\"x\")",
        "1=(\"x\")",
        "a=(\"x)",
        "a=(\"x\\y\")",
        "a=(\"x\\",
        "a=(\"\u00e9\")",
        "a=(\"x\ny\")",
        "a=:AQID:",
        "a=\"x\"",
        "=()"
      })
  void what_is_no_signature_input_is_refused(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> StructuredFields.inputs(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=AQID",
        "a=:AQID",
        "a=:A:",
        "a=:AQ ID:",
        "a=:AQ_D:",
        "a=:AQID:;x=1",
        "a=:AQID:,a=:AQID:",
        "a=(\"x\")"
      })
  void what_are_no_bytes_is_refused(String text) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> StructuredFields.byteSequences(text));
  }

  @Test
  void what_is_huge_is_not_looked_at() {
    String huge = "a=(" + "\"x\" ".repeat(1_000_000) + ")";

    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> StructuredFields.inputs(huge));
  }
}
