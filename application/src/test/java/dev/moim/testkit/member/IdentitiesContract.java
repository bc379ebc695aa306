package dev.moim.testkit.member;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.Identities;
import dev.moim.domain.member.Identity;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Identities} keeps to. */
public abstract class IdentitiesContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;

  private final MemberId member = Samples.memberId();

  protected abstract Identities identities();

  private Identity add(String provider, String subject) {
    return add(new Identity(provider, subject, member, NOW));
  }

  private Identity add(Identity identity) {
    change(() -> identities().add(identity));
    return identity;
  }

  private Optional<Identity> find(String provider, String subject) {
    return read(() -> identities().find(provider, subject));
  }

  private List<Identity> of(MemberId owner) {
    return read(() -> identities().of(owner));
  }

  private void refusesAsTaken(Identity identity) {
    assertThatThrownBy(() -> add(identity))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.IDENTITY_TAKEN));
  }

  @Test
  void what_was_linked_comes_back_field_by_field() {
    for (Identity identity :
        List.of(
            new Identity("github", "583231", member, NOW),
            new Identity("k", "s", member, Samples.EARLY),
            new Identity("keycloak-원", "f:" + "0".repeat(253), member, Samples.FAR),
            new Identity("42", Samples.TRICKY + Samples.EMOJI, member, NOW))) {
      add(identity);

      assertThat(find(identity.provider(), identity.subject())).contains(identity);
    }
  }

  @Test
  void an_account_is_found_under_exactly_its_name() {
    add("github", "Octo");

    for (List<String> other :
        List.of(
            List.of("github", "octo"),
            List.of("GitHub", "Octo"),
            List.of("github", "Octo "),
            List.of("githubO", "cto"),
            List.of("githu", "bOcto"),
            List.of("google", "Octo"))) {
      assertThat(find(other.getFirst(), other.getLast())).as("%s", other).isEmpty();
      add(other.getFirst(), other.getLast());
    }
    assertThat(of(member)).hasSize(7);
  }

  @Test
  void an_account_is_linked_to_one_member_once() {
    Identity first = add("github", "1");

    refusesAsTaken(new Identity("github", "1", Samples.memberId(), NOW));
    refusesAsTaken(new Identity("github", "1", member, NOW.plusSeconds(1)));

    assertThat(find("github", "1")).contains(first);
    assertThat(of(member)).containsExactly(first);
  }

  @Test
  void of_those_who_race_for_an_account_one_gets_it() {
    List<Race.Outcome<MemberId>> outcomes =
        overlappingUntilSettled(
            10,
            i -> {
              MemberId racer = Samples.memberId();
              identities().add(new Identity("github", "wanted", racer, NOW));
              return racer;
            });

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertOthersRefused(MemberError.IDENTITY_TAKEN, outcomes);
    assertThat(find("github", "wanted"))
        .map(Identity::member)
        .isEqualTo(outcomes.stream().flatMap(outcome -> outcome.result().stream()).findFirst());
  }

  @Test
  void a_members_accounts_come_in_order_of_linking() {
    Identity third = add(new Identity("a", "1", member, NOW.plusSeconds(3)));
    Identity first = add(new Identity("z", "1", member, NOW.plusSeconds(1)));
    Identity second = add(new Identity("m", "1", member, NOW.plusSeconds(2)));
    add(new Identity("m", "2", Samples.memberId(), NOW));

    assertThat(of(member)).containsExactly(first, second, third);
    assertThat(of(Samples.memberId())).isEmpty();
  }

  @Test
  void an_account_that_was_unlinked_may_be_linked_by_another() {
    Identity gone = add("github", "1");
    Identity kept = add("github", "2");

    change(() -> identities().remove(gone));

    assertThat(of(member)).containsExactly(kept);
    MemberId other = Samples.memberId();
    add(new Identity("github", "1", other, NOW));
    assertThat(find("github", "1")).map(Identity::member).contains(other);
  }

  @Test
  void unlinking_what_is_not_linked_changes_nothing() {
    Identity kept = add("github", "1");

    change(() -> identities().remove(new Identity("github", "2", member, NOW)));

    assertThat(of(member)).containsExactly(kept);
  }

  @Test
  void all_of_a_members_accounts_can_be_unlinked() {
    add("github", "1");
    add("google", "1");
    Identity other = add(new Identity("google", "2", Samples.memberId(), NOW));

    change(() -> identities().removeAllOf(member));

    assertThat(of(member)).isEmpty();
    assertThat(find("github", "1")).isEmpty();
    assertThat(of(other.member())).containsExactly(other);
  }

  @Test
  void a_work_finds_what_it_linked_and_unlinked_itself() {
    Identity first = add("github", "1");
    Identity second = new Identity("github", "1", member, NOW.plusSeconds(1));

    List<Identity> seen =
        write(() -> {
          identities().remove(first);
          assertThat(identities().find("github", "1")).isEmpty();
          identities().add(second);
          return identities().of(member);
        });

    assertThat(seen).containsExactly(second);
    assertThat(find("github", "1")).contains(second);
  }

  @Test
  void a_rollback_leaves_what_was_there() {
    Identity kept = add("github", "1");

    changeAndFail(() -> {
      identities().remove(kept);
      identities().add(new Identity("google", "1", member, NOW));
    });

    assertThat(of(member)).containsExactly(kept);
  }
}
