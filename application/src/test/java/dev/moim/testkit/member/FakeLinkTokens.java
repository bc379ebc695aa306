package dev.moim.testkit.member;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.domain.shared.LinkId;

/** Derives links' secrets in a way that everybody can repeat. */
public final class FakeLinkTokens implements LinkTokens {
  private final FakeRefreshSecrets derived = new FakeRefreshSecrets();

  @Override
  public String tokenOf(LinkId link) {
    return derived.successorOf("link " + link);
  }
}
