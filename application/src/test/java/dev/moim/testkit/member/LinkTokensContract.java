package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.domain.shared.LinkId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link LinkTokens} keeps to. */
public abstract class LinkTokensContract {
  private final LinkId link = new LinkId(Samples.uuid());

  /** Each call gives those of another node of one installation. */
  protected abstract LinkTokens linkTokens();

  @Test
  void a_secret_has_the_form_of_a_token() {
    assertThat(linkTokens().tokenOf(link)).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void every_node_tells_the_same_secret_however_often() {
    LinkTokens node = linkTokens();
    String secret = node.tokenOf(link);

    assertThat(node.tokenOf(link)).isEqualTo(secret);
    assertThat(linkTokens().tokenOf(link)).isEqualTo(secret);
  }

  @Test
  void every_link_has_a_secret_of_its_own() {
    LinkTokens node = linkTokens();

    assertThat(Stream.generate(() -> new LinkId(Samples.uuid())).limit(1_000))
        .extracting(node::tokenOf)
        .doesNotHaveDuplicates();
  }

  @Test
  void many_may_ask_at_once() {
    LinkTokens node = linkTokens();
    String secret = node.tokenOf(link);

    Race.of(8, i -> node.tokenOf(link))
        .forEach(outcome -> assertThat(outcome.result()).contains(secret));
  }
}
