package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.testkit.member.CommonPasswordsContract;
import org.junit.jupiter.api.Test;

class RankedCommonPasswordsTest extends CommonPasswordsContract {
  private final RankedCommonPasswords passwords = RankedCommonPasswords.load();

  @Override
  protected CommonPasswords passwords() {
    return passwords;
  }

  @Test
  void ten_thousand_are_known() {
    assertThat(passwords.size()).isEqualTo(10_000);
  }
}
