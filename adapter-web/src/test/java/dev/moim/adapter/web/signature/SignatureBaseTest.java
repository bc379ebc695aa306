package dev.moim.adapter.web.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.signature.StructuredFields.Input;
import dev.moim.adapter.web.signature.StructuredFields.Malformed;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The examples of RFC 9421 itself, which are made by others. */
class SignatureBaseTest {
  /** Appendix B.1.5, test-shared-secret. */
  private static final String SECRET =
      "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";

  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/foo");

  SignatureBaseTest() {
    request.addHeader("Host", "example.com");
    request.addHeader("Date", "Tue, 20 Apr 2021 02:07:55 GMT");
    request.addHeader("Content-Type", "application/json");
    request.setQueryString("param=Value&Pet=dog");
  }

  private Optional<String> base(String input) throws Malformed {
    Input parsed = StructuredFields.inputs("sig=" + input).get("sig");
    return parsed == null ? Optional.empty() : SignatureBase.of(request, parsed);
  }

  @Test
  void signing_with_hmac_gives_the_signature_of_appendix_b_2_5() throws Malformed {
    String params =
        "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"";

    String base = base(params).orElseThrow();

    assertThat(base)
        .isEqualTo(
            """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@authority": example.com
            "content-type": application/json
            "@signature-params": %s\
            """
                .formatted(params));
    byte[] mac = ClientSignatures.mac(ClientSignatureSettings.Key.ofBase64(SECRET), base);
    assertThat(Base64.getEncoder().encodeToString(mac))
        .isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
  }

  @ParameterizedTest
  @CsvSource({"@method,POST", "@path,/foo", "@query,?param=Value&Pet=dog"})
  void parts_of_the_request_are_named_as_in_section_2_2(String name, String value)
      throws Malformed {
    assertThat(base("(\"" + name + "\")").orElseThrow())
        .startsWith("\"" + name + "\": " + value + "\n");
  }

  @Test
  void the_lines_of_a_header_are_one_value_without_space_around() throws Malformed {
    request.addHeader("X-Twice", " a ");
    request.addHeader("X-Twice", "b");

    assertThat(base("(\"x-twice\")").orElseThrow()).startsWith("\"x-twice\": a, b\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(\"x-absent\")",
        "(\"Date\")",
        "(\"@scheme\")",
        "(\"@status\")",
        "(\"@signature-params\")",
        "(\"date\" \"date\")"
      })
  void what_the_request_does_not_have_or_has_named_twice_can_not_be_covered(String input)
      throws Malformed {
    assertThat(base(input)).isEmpty();
  }
}
