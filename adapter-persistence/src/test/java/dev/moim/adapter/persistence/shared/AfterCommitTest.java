package dev.moim.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
  private final List<String> happened = new ArrayList<>();
  private final AfterCommit afterCommit =
      new AfterCommit(
          () -> happened.add("stored"), () -> Optional.of(() -> happened.add("signal")));

  private void commit(boolean messages) {
    happened.add("commit");
    afterCommit.committed(messages);
  }

  @Test
  void a_commit_is_stored_before_the_relay_hears_of_its_messages() {
    commit(true);

    assertThat(happened).containsExactly("commit", "stored", "signal");
  }

  @Test
  void a_commit_without_messages_is_stored_and_no_more() {
    commit(false);

    assertThat(happened).containsExactly("commit", "stored");
  }

  @Test
  void commits_of_one_work_are_stored_together_at_its_end() {
    afterCommit.together(() -> {
      commit(true);
      commit(false);
      commit(true);
    });

    assertThat(happened).containsExactly("commit", "commit", "commit", "stored", "signal");
  }

  @Test
  void a_work_without_a_commit_stores_nothing() {
    afterCommit.together(() -> {});

    assertThat(happened).isEmpty();
  }

  @Test
  void no_more_than_so_many_commits_wait_for_each_other() {
    afterCommit.together(() -> {
      for (int i = 0; i <= AfterCommit.MOST; i++) {
        commit(i == 0);
      }
    });

    assertThat(happened)
        .filteredOn(what -> !what.equals("commit"))
        .containsExactly("stored", "signal", "stored");
    assertThat(happened.indexOf("stored")).isEqualTo(AfterCommit.MOST);
  }

  @Test
  void a_work_within_another_ends_with_it() {
    afterCommit.together(() -> {
      afterCommit.together(() -> commit(true));
      commit(true);
    });

    assertThat(happened).containsExactly("commit", "commit", "stored", "signal");
  }

  @Test
  void what_was_committed_before_a_failure_is_stored() {
    assertThatThrownBy(() ->
            afterCommit.together(() -> {
              commit(true);
              throw new IllegalStateException("afterwards");
            }))
        .hasMessage("afterwards");
    commit(false);

    assertThat(happened).containsExactly("commit", "stored", "signal", "commit", "stored");
  }
}
