package dev.moim.testkit.member;

import static dev.moim.testkit.member.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.MemberDirectory.Filter;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Role;
import dev.moim.testkit.shared.PageWalk;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MemberDirectory} keeps to. */
public abstract class MemberDirectoryContract extends StoreContract {
  private static final Instant NOW = SettableClock.START;
  private static final Filter EVERYBODY =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Comparator<Member.Snapshot> LATEST_FIRST =
      Comparator.comparing(Member.Snapshot::joinedAt)
          .thenComparing(member -> member.id().value())
          .reversed();

  protected abstract MemberDirectory directory();

  /** The members that are listed. */
  protected abstract Members members();

  private Member.Snapshot add(MemberBuilder member) {
    return write(() -> members().save(member.restore()));
  }

  private Page<Member.Snapshot> page(Filter filter, PageRequest request) {
    return read(() -> directory().list(filter, request));
  }

  private List<Member.Snapshot> all(Filter filter) {
    return PageWalk.all(3, request -> page(filter, request));
  }

  private static Filter named(String nickname) {
    return new Filter(Optional.of(new Nickname(nickname)), Optional.empty(), Optional.empty());
  }

  private static Filter addressed(String email) {
    return new Filter(Optional.empty(), Optional.of(new EmailAddress(email)), Optional.empty());
  }

  private static Filter with(Role role) {
    return new Filter(Optional.empty(), Optional.empty(), Optional.of(role));
  }

  /** Members with few different times, so that the identifier decides among many. */
  private List<Member.Snapshot> manyMembers() {
    List<Member.Snapshot> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      for (Role role : Role.values()) {
        all.add(add(aMember().joinedAt(NOW.plusSeconds(i % 3)).role(role)));
      }
    }
    return all;
  }

  @Test
  void an_empty_community_has_one_empty_page() {
    Page<Member.Snapshot> page = page(EVERYBODY, PageRequest.first(20));

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void everybody_is_listed_the_latest_first_page_by_page() {
    List<Member.Snapshot> members = manyMembers();

    assertThat(all(EVERYBODY))
        .containsExactlyInAnyOrderElementsOf(members)
        .isSortedAccordingTo(LATEST_FIRST);
  }

  @Test
  void a_role_shows_exactly_those_who_have_it() {
    List<Member.Snapshot> members = manyMembers();

    for (Role role : Role.values()) {
      assertThat(all(with(role)))
          .containsExactlyInAnyOrderElementsOf(
              members.stream().filter(member -> member.role() == role).toList())
          .isSortedAccordingTo(LATEST_FIRST);
    }
  }

  @Test
  void names_and_addresses_show_whoever_has_them_whatever_the_case() {
    manyMembers();
    Member.Snapshot wanted = add(aMember().nickname("Minji").email("Minji@example.org"));

    assertThat(all(named("MINJI"))).containsExactly(wanted);
    assertThat(all(addressed("minji@EXAMPLE.org"))).containsExactly(wanted);
    assertThat(all(named("Minj"))).isEmpty();
    assertThat(all(addressed("minji@example.com"))).isEmpty();
  }

  @Test
  void every_filter_must_hold() {
    Member.Snapshot wanted =
        add(aMember().nickname("minji").email("minji@example.org").role(Role.MANAGER));
    add(aMember().nickname("jun").email("jun@example.org").role(Role.ADMIN));
    Optional<Nickname> minji = Optional.of(new Nickname("minji"));

    assertThat(
            all(
                new Filter(
                    minji,
                    Optional.of(new EmailAddress("minji@example.org")),
                    Optional.of(Role.MANAGER))))
        .containsExactly(wanted);
    assertThat(all(new Filter(minji, Optional.empty(), Optional.of(Role.ADMIN)))).isEmpty();
    assertThat(
            all(
                new Filter(
                    minji, Optional.of(new EmailAddress("jun@example.org")), Optional.empty())))
        .isEmpty();
  }

  @Test
  void who_withdrew_is_listed_until_erased() {
    Member.Snapshot blocked = add(aMember().joinedAt(NOW).blocked(NOW, "shouted"));
    Member.Snapshot gone = add(aMember().joinedAt(NOW.plusSeconds(1)).withdrawnAt(NOW));
    assertThat(all(EVERYBODY)).containsExactly(gone, blocked);

    change(() -> {
      Member member = Member.restore(gone);
      member.erase(NOW.plus(Member.UNDO));
      members().save(member);
    });

    assertThat(all(EVERYBODY)).containsExactly(blocked);
    assertThat(all(with(Role.MEMBER))).containsExactly(blocked);
  }

  @Test
  void whoever_joins_while_pages_are_turned_shifts_nothing() {
    List<Member.Snapshot> before = manyMembers();

    List<Member.Snapshot> seen =
        PageWalk.all(
            4,
            request -> page(EVERYBODY, request),
            () -> add(aMember().joinedAt(NOW.plusSeconds(100))));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(before);
  }
}
