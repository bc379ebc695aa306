package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.testkit.shared.Race;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RefreshSecrets} keeps to. */
public abstract class RefreshSecretsContract {
  private static final String TOKEN = "mzDyPsBmKzMWAxbBYBL0kZXCkC9pOGyPPmYmXbbfN0Y";

  /** Each call gives those of another node of one installation. */
  protected abstract RefreshSecrets refreshSecrets();

  @Test
  void a_successor_has_the_form_of_a_token() {
    assertThat(refreshSecrets().successorOf(TOKEN)).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void every_node_tells_the_same_successor_however_often() {
    RefreshSecrets node = refreshSecrets();
    String successor = node.successorOf(TOKEN);

    assertThat(node.successorOf(TOKEN)).isEqualTo(successor);
    assertThat(refreshSecrets().successorOf(TOKEN)).isEqualTo(successor);
  }

  @Test
  void no_token_comes_twice_in_a_line_of_successors() {
    RefreshSecrets node = refreshSecrets();

    assertThat(Stream.iterate(TOKEN, node::successorOf).limit(1_000)).doesNotHaveDuplicates();
  }

  @Test
  void tokens_that_look_alike_have_different_successors() {
    RefreshSecrets node = refreshSecrets();

    assertThat(Stream.of(TOKEN, TOKEN + " ", TOKEN.toLowerCase(Locale.ROOT), "", "토큰"))
        .extracting(node::successorOf)
        .doesNotHaveDuplicates();
  }

  @Test
  void many_may_ask_at_once() {
    RefreshSecrets node = refreshSecrets();
    String successor = node.successorOf(TOKEN);

    Race.of(8, i -> node.successorOf(TOKEN))
        .forEach(outcome -> assertThat(outcome.result()).contains(successor));
  }
}
