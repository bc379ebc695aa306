package dev.moim.testkit.member;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static dev.moim.testkit.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.shared.ConcurrencyConflict;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.PasswordHash;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.PictureTag;
import dev.moim.domain.member.Role;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every implementation of {@link Members} and {@link Nicknames} keeps to. */
public abstract class MembersContract extends AggregateContract<Member.Snapshot> {
  protected abstract Members members();

  /** The names of the same members. */
  protected abstract Nicknames nicknames();

  @Override
  protected Member.Snapshot fresh() {
    return aMember().build();
  }

  @Override
  protected List<Member.Snapshot> shapes() {
    List<Member.Snapshot> shapes = new ArrayList<>();
    shapes.add(aMember().nickname("가나").email("a@b").build());
    shapes.add(aMember().nickname("뷁".repeat(20)).email("한글@예시.한국").build());
    shapes.add(aMember().nickname("𠮷".repeat(20)).build());
    shapes.add(aMember().nickname("Ünï_-9").email("Mixed.Case+tag@Example.ORG").build());
    shapes.add(aMember().email("a".repeat(64) + "@" + "b".repeat(189)).build());
    shapes.add(
        aMember().passwordHash("$argon2id$v=19$m=19456,t=2,p=1$" + "a/+=".repeat(50)).build());
    shapes.add(aMember().joinedAt(Samples.FAR).build());
    shapes.add(aMember().joinedAt(Samples.EARLY).build());
    for (Role role : Role.values()) {
      shapes.add(aMember().role(role).build());
    }
    shapes.add(aMember().withoutPassword().verified().zone("America/New_York").build());
    shapes.add(aMember().picture(new PictureTag("0a".repeat(32))).build());
    shapes.add(aMember().blocked(Samples.FAR, "여러 번 욕설 🤬\n두 줄").build());
    shapes.add(aMember().withdrawnAt(Samples.EARLY).build());
    for (Language language : Language.values()) {
      shapes.add(aMember().language(language).build());
    }
    return shapes;
  }

  @Override
  protected Member.Snapshot changed(Member.Snapshot state) {
    Person person =
        state
            .person()
            .map(before ->
                new Person(
                    new Nickname(Long.toHexString(state.id().value().getLeastSignificantBits())),
                    new EmailAddress("changed-" + state.id() + "@example.org"),
                    !before.emailVerified(),
                    before.password().isPresent()
                        ? Optional.empty()
                        : Optional.of(new PasswordHash("changed")),
                    before.language() == Language.KO ? Language.EN : Language.KO,
                    ZoneId.of("Europe/Paris"),
                    before.picture().isPresent()
                        ? Optional.empty()
                        : Optional.of(new PictureTag("c".repeat(64)))))
            .orElseThrow();
    return new Member.Snapshot(
        state.id(),
        Optional.of(person),
        state.role() == Role.MEMBER ? Role.MANAGER : Role.MEMBER,
        state.joinedAt(),
        state.block().isPresent() ? Optional.empty() : Optional.of(new Block(Samples.FAR, "loud")),
        state.withdrawnAt().isPresent() ? Optional.empty() : Optional.of(Samples.EARLY),
        state.version());
  }

  @Override
  protected Optional<Member.Snapshot> find(Member.Snapshot like) {
    return members().find(like.id()).map(Member::snapshot);
  }

  @Override
  protected Member.Snapshot save(Member.Snapshot state) {
    return members().save(Member.restore(state));
  }

  @Override
  protected Version version(Member.Snapshot state) {
    return state.version();
  }

  @Override
  protected Member.Snapshot stored(Member.Snapshot state) {
    return state.stored();
  }

  private static EmailAddress email(Member.Snapshot member) {
    return member.person().orElseThrow().email();
  }

  private Member.Snapshot add(MemberBuilder member) {
    return write(() -> save(member.build()));
  }

  @Test
  void active_is_who_is_neither_blocked_nor_gone() {
    Instant now = SettableClock.START;
    MemberId active = add(aMember()).id();
    MemberId withdrawn = add(aMember().withdrawnAt(now)).id();
    MemberId erased = erased(add(aMember().withdrawnAt(Samples.EARLY))).id();
    MemberId blocked = add(aMember().blocked(now.plusNanos(1_000), "loud")).id();
    MemberId blockedBefore = add(aMember().blocked(now, "loud")).id();
    List<MemberId> all =
        List.of(active, withdrawn, erased, blocked, blockedBefore, Samples.memberId());

    assertThat(read(() -> all.stream().filter(member -> members().isActive(member, now)).toList()))
        .containsExactly(active, blockedBefore);
  }

  @Test
  void a_member_is_found_by_address_whatever_its_case_and_width() {
    Member.Snapshot member = add(aMember().email("Minji@Example.org"));

    for (String written : List.of("Minji@Example.org", "minji@example.ORG", "ＭＩＮＪＩ@example.org")) {
      assertThat(read(() -> members().findByEmail(new EmailAddress(written))))
          .map(Member::snapshot)
          .as(written)
          .contains(member);
    }
    assertThat(read(() -> members().findByEmail(new EmailAddress("minji@example.com")))).isEmpty();
  }

  @Test
  void a_member_is_found_by_nickname_whatever_its_case_and_width() {
    Member.Snapshot member = add(aMember().nickname("Minji"));

    for (String written : List.of("Minji", "MINJI", "ｍｉｎｊｉ")) {
      assertThat(read(() -> members().findByNickname(new Nickname(written))))
          .map(Member::snapshot)
          .as(written)
          .contains(member);
    }
    assertThat(read(() -> members().findByNickname(new Nickname("minj")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"minji,minji", "minji,MinJi", "minji,ｍｉｎｊｉ", "민지,민지", "straße,STRASSE"})
  void a_nickname_is_taken_whatever_its_case_and_width(String first, String second) {
    add(aMember().nickname(first));

    assertThatThrownBy(() -> add(aMember().nickname(second)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NICKNAME_TAKEN));
  }

  @ParameterizedTest
  @CsvSource({"cafe,café", "가나,각나", "ab,ab_", "소주,쏘주", "は-,ば-"})
  void nicknames_that_people_tell_apart_are_two(String first, String second) {
    Member.Snapshot one = add(aMember().nickname(first));
    Member.Snapshot other = add(aMember().nickname(second));

    assertThat(read(() -> find(one))).contains(one);
    assertThat(read(() -> find(other))).contains(other);
  }

  @Test
  void an_address_is_taken_whatever_its_case() {
    add(aMember().email("minji@example.org"));

    assertThatThrownBy(() -> add(aMember().email("MINJI@Example.org")))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.EMAIL_TAKEN));
    assertThat(add(aMember().email("mínji@example.org")).version()).isEqualTo(new Version(1));
  }

  @Test
  void a_name_is_taken_for_those_too_who_change_theirs() {
    add(aMember().nickname("minji"));
    Member.Snapshot other = add(aMember());

    assertThatThrownBy(() -> change(() -> save(renamed(other, "MINJI"))))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NICKNAME_TAKEN));
    assertThat(read(() -> find(other))).contains(other);
  }

  @Test
  void members_may_change_the_case_of_their_own_name() {
    Member.Snapshot member = add(aMember().nickname("minji"));

    Member.Snapshot renamed = write(() -> save(renamed(member, "Minji")));

    assertThat(read(() -> find(member))).contains(renamed);
  }

  @Test
  void a_name_given_up_may_be_taken() {
    Member.Snapshot member = add(aMember().nickname("minji"));
    change(() -> save(renamed(member, "jun")));

    assertThat(add(aMember().nickname("minji")).version()).isEqualTo(new Version(1));
  }

  private static Member.Snapshot renamed(Member.Snapshot member, String nickname) {
    Member renamed = Member.restore(member);
    Person person = renamed.person();
    renamed.edit(new Nickname(nickname), person.language(), person.zone());
    return renamed.snapshot();
  }

  private Member.Snapshot erased(Member.Snapshot member) {
    Member erased = Member.restore(member);
    erased.erase(Samples.FAR);
    assertThat(erased.snapshot().person()).isEmpty();
    return write(() -> members().save(erased));
  }

  @Test
  void of_an_erased_member_nothing_comes_back_but_what_is_not_personal() {
    Member.Snapshot member =
        add(
            aMember()
                .verified()
                .role(Role.MANAGER)
                .picture(new PictureTag("0a".repeat(32)))
                .withdrawnAt(SettableClock.START));

    Member.Snapshot erased = erased(member);

    assertThat(read(() -> find(member)))
        .contains(erased)
        .contains(
            new Member.Snapshot(
                member.id(),
                Optional.empty(),
                Role.MANAGER,
                member.joinedAt(),
                Optional.empty(),
                member.withdrawnAt(),
                member.version().next()));
  }

  @Test
  void nickname_and_address_of_erased_members_are_free() {
    for (int i = 0; i < 2; i++) {
      Member.Snapshot member =
          add(
              aMember()
                  .nickname("minji")
                  .email("minji@example.org")
                  .withdrawnAt(SettableClock.START));
      erased(member);
      assertThat(read(() -> members().findByEmail(email(member)))).isEmpty();
      assertThat(read(() -> members().findByNickname(new Nickname("minji")))).isEmpty();
    }

    Member.Snapshot next = add(aMember().nickname("Minji").email("MINJI@example.org"));

    assertThat(read(() -> members().findByNickname(new Nickname("minji"))))
        .map(Member::snapshot)
        .contains(next);
  }

  @Test
  void nickname_and_address_of_those_who_may_come_back_are_taken() {
    add(aMember().nickname("minji").withdrawnAt(SettableClock.START));

    assertThatThrownBy(() -> add(aMember().nickname("minji")))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NICKNAME_TAKEN));
  }

  @Test
  void all_admins_are_found() {
    Member.Snapshot one = add(aMember().role(Role.ADMIN));
    Member.Snapshot other = add(aMember().role(Role.ADMIN).blocked(Samples.FAR, "shouted"));
    add(aMember().role(Role.MANAGER));
    add(aMember());

    assertThat(read(() -> members().admins()))
        .map(Member::snapshot)
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void those_who_withdrew_before_a_moment_are_found_until_erased() {
    Instant moment = SettableClock.START;
    Member.Snapshot before = add(aMember().withdrawnAt(moment.minusNanos(1_000)));
    Member.Snapshot longBefore = add(aMember().withdrawnAt(Samples.EARLY));
    Member.Snapshot erased = erased(add(aMember().withdrawnAt(Samples.EARLY)));
    add(aMember().withdrawnAt(moment));
    add(aMember());

    List<MemberId> found = read(() -> members().withdrawnBefore(moment, 10));

    assertThat(found)
        .containsExactlyInAnyOrder(before.id(), longBefore.id())
        .doesNotContain(erased.id());
    assertThat(read(() -> members().withdrawnBefore(moment, 1))).hasSize(1);
    assertThat(read(() -> members().withdrawnBefore(Samples.EARLY, 10))).isEmpty();
  }

  @Test
  void of_those_who_race_for_a_nickname_one_gets_it() {
    List<Race.Outcome<Member.Snapshot>> outcomes =
        overlappingUntilSettled(10, i -> save(aMember().nickname("wanted").build()));

    refusesAllButOne(outcomes, MemberError.NICKNAME_TAKEN);
  }

  @Test
  void of_those_who_race_for_an_address_one_gets_it() {
    List<Race.Outcome<Member.Snapshot>> outcomes =
        overlappingUntilSettled(10, i -> save(aMember().email("wanted@example.org").build()));

    refusesAllButOne(outcomes, MemberError.EMAIL_TAKEN);
  }

  private static void refusesAllButOne(
      List<Race.Outcome<Member.Snapshot>> outcomes, MemberError expected) {
    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertOthersRefused(expected, outcomes);
  }

  @Test
  void whoever_loses_a_race_for_a_name_sees_that_it_is_taken_or_a_conflict() {
    List<Race.Outcome<Member.Snapshot>> outcomes =
        overlapping(10, i -> save(aMember().nickname("wanted").build()));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allSatisfy(outcome ->
            assertThat(outcome.failure().orElseThrow())
                .isInstanceOfAny(DomainException.class, ConcurrencyConflict.class));
  }

  @Test
  void a_refused_member_leaves_nothing() {
    add(aMember().nickname("minji"));
    Member.Snapshot refused = aMember().nickname("minji").build();

    assertThatThrownBy(() -> change(() -> save(refused))).isInstanceOf(DomainException.class);

    assertThat(read(() -> find(refused))).isEmpty();
    assertThat(read(() -> members().findByEmail(email(refused)))).isEmpty();
  }

  @Test
  void nicknames_are_told_of_those_who_exist() {
    Member.Snapshot one = add(aMember().nickname("민지"));
    Member.Snapshot other = add(aMember().nickname("Jun"));
    add(aMember());

    Map<MemberId, Nickname> names =
        read(() -> nicknames().of(List.of(one.id(), Samples.memberId(), other.id())));

    assertThat(names)
        .isEqualTo(Map.of(one.id(), new Nickname("민지"), other.id(), new Nickname("Jun")));
    assertThat(read(() -> nicknames().of(List.of()))).isEmpty();
  }

  @Test
  void nicknames_of_those_who_left_are_not_told() {
    Member.Snapshot gone = add(aMember().withdrawnAt(SettableClock.START));
    Member.Snapshot erased = erased(add(aMember().withdrawnAt(SettableClock.START)));
    Member.Snapshot blocked = add(aMember().blocked(Samples.FAR, "shouted"));

    assertThat(read(() -> nicknames().of(List.of(gone.id(), erased.id(), blocked.id()))))
        .containsOnlyKeys(blocked.id());
  }

  @Test
  void nicknames_of_hundreds_are_told_at_once() {
    List<Member.Snapshot> many =
        write(() -> {
          List<Member.Snapshot> saved = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            saved.add(save(aMember().build()));
          }
          return saved;
        });

    assertThat(read(() -> nicknames().of(many.stream().map(Member.Snapshot::id).toList())))
        .hasSize(300);
  }
}
