package dev.moim.adapter.web.security;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.testkit.member.AccessTokensContract;
import dev.moim.testkit.shared.SequentialIds;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class NimbusAccessTokensTest extends AccessTokensContract {
  @TempDir private Path folder;

  @Override
  protected AccessTokens accessTokens() {
    SigningKey key = SigningKey.in(folder.resolve("key.json"));
    return new NimbusAccessTokens(key, "moim", "moim", new SequentialIds());
  }
}
