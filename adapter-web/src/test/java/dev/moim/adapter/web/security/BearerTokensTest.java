package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

class BearerTokensTest {
  private static final String ALPHABET = "aZ09-._~+/= \t\u00e9Bearer";

  private final BearerTokens tokens = new BearerTokens();

  private static MockHttpServletRequest request(@Nullable String authorization) {
    var request = new MockHttpServletRequest();
    if (authorization != null) {
      request.addHeader("Authorization", authorization);
    }
    return request;
  }

  private static String outcome(BearerTokenResolver resolver, String authorization) {
    try {
      return String.valueOf(resolver.resolve(request(authorization)));
    } catch (OAuth2AuthenticationException refused) {
      return "refused";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer a.b-c_d~e+f/g==", "bearer a.b-c_d~e+f/g==", "BEARER a.b-c_d~e+f/g=="})
  void a_token_follows_the_scheme_in_any_case(String header) {
    assertThat(tokens.resolve(request(header))).isEqualTo("a.b-c_d~e+f/g==");
  }

  @Test
  void nothing_is_found_without_the_header_or_under_another_scheme() {
    assertThat(tokens.resolve(request(null))).isNull();
    assertThat(tokens.resolve(request("Basic dXNlcjpw"))).isNull();
    assertThat(tokens.resolve(request(""))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer  a",
        "Bearera",
        "Bearer a b",
        "Bearer =",
        "Bearer a=b",
        "Bearer \u00e9"
      })
  void what_is_no_token_is_refused(String header) {
    assertThatThrownBy(() -> tokens.resolve(request(header)))
        .isInstanceOf(OAuth2AuthenticationException.class);
  }

  @RepeatedTest(50)
  void it_agrees_with_the_frameworks_own_way(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var framework = new DefaultBearerTokenResolver();
    for (int i = 0; i < 200; i++) {
      var header = new StringBuilder(random.nextBoolean() ? "Bearer " : "");
      random
          .ints(random.nextInt(8), 0, ALPHABET.length())
          .forEach(at -> header.append(ALPHABET.charAt(at)));
      assertThat(outcome(tokens, header.toString()))
          .as(header.toString())
          .isEqualTo(outcome(framework, header.toString()));
    }
  }
}
