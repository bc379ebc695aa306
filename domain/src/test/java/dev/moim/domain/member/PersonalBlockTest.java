package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PersonalBlockTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final MemberId MINJI = new MemberId(new UUID(1, 1));
  private static final MemberId JUN = new MemberId(new UUID(1, 2));

  private final PersonalBlock block = new PersonalBlock(MINJI, JUN, NOW);

  private static void refused(MemberError code, ThrowingCallable something) {
    assertThatThrownBy(something)
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void nobody_blocks_themselves() {
    refused(MemberError.CANNOT_BLOCK_ONESELF, () -> new PersonalBlock(MINJI, MINJI, NOW));
  }

  @Test
  void that_it_was_placed_and_lifted_is_told_under_the_name_of_who_did_it() {
    Instant later = NOW.plusSeconds(1);

    assertThat(block.place(0)).isEqualTo(new MemberEvent.PersonallyBlocked(MINJI, JUN, NOW));
    assertThat(block.lift(later)).isEqualTo(new MemberEvent.PersonallyUnblocked(MINJI, JUN, later));
    assertThat(block.place(0).key()).isEqualTo(MINJI.toString());
  }

  @Test
  void one_blocks_a_thousand_members_and_no_more() {
    assertThat(block.place(PersonalBlock.MOST - 1)).isNotNull();

    refused(MemberError.TOO_MANY_BLOCKS, () -> block.place(PersonalBlock.MOST));
  }
}
