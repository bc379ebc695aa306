package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {
  /** RFC 4231, test case 2. */
  @Test
  void it_is_hmac_sha256() {
    Hmac hmac = new Hmac("Jefe".getBytes(StandardCharsets.UTF_8));

    assertThat(hmac.of("what do ya want for nothing?"))
        .isEqualTo(
            HexFormat.of()
                .parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
        .isEqualTo(
            hmac.of(
                "what do ya want ".getBytes(StandardCharsets.UTF_8),
                "for nothing?".getBytes(StandardCharsets.UTF_8)));
  }
}
