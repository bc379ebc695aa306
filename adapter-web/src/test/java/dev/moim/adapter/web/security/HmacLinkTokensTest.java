package dev.moim.adapter.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.domain.shared.LinkId;
import dev.moim.testkit.member.LinkTokensContract;
import dev.moim.testkit.shared.Samples;
import org.junit.jupiter.api.Test;

class HmacLinkTokensTest extends LinkTokensContract {
  @Override
  protected LinkTokens linkTokens() {
    return with("secret of the installation");
  }

  private static LinkTokens with(String secret) {
    return new HmacLinkTokens(secret.getBytes(UTF_8));
  }

  @Test
  void another_installation_has_other_secrets() {
    LinkId link = new LinkId(Samples.uuid());

    assertThat(with("another").tokenOf(link)).isNotEqualTo(linkTokens().tokenOf(link));
  }
}
