package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.testkit.member.RefreshSecretsContract;
import org.junit.jupiter.api.Test;

class HmacRefreshSecretsTest extends RefreshSecretsContract {
  @Override
  protected RefreshSecrets refreshSecrets() {
    return new HmacRefreshSecrets(new byte[] {1, 2, 3});
  }

  @Test
  void who_has_another_secret_can_not_tell_the_successor() {
    RefreshSecrets stranger = new HmacRefreshSecrets(new byte[] {1, 2, 4});

    assertThat(stranger.successorOf("token")).isNotEqualTo(refreshSecrets().successorOf("token"));
  }
}
