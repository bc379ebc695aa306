package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.MailedLink.Purpose;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import dev.moim.testkit.shared.AggregateContract;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MailedLinks} keeps to. */
public abstract class MailedLinksContract extends AggregateContract<MailedLink.Snapshot> {
  private static final Instant NOW = SettableClock.START;

  protected abstract MailedLinks links();

  private static TokenHash aToken() {
    return new TokenHash(Samples.uuid().toString().replace("-", "").repeat(2));
  }

  private static MailedLink.Snapshot aLink(MemberId member, Purpose purpose, Instant requestedAt) {
    return aLink(member, purpose, "minji@example.org", requestedAt.plus(MailedLink.LIFETIME));
  }

  private static MailedLink.Snapshot aLink(
      MemberId member, Purpose purpose, String address, Instant expiresAt) {
    return new MailedLink.Snapshot(
        new LinkId(Samples.uuid()),
        member,
        purpose,
        new EmailAddress(address),
        aToken(),
        expiresAt,
        false,
        Version.NEW);
  }

  @Override
  protected MailedLink.Snapshot fresh() {
    return aLink(Samples.memberId(), Purpose.VERIFY_EMAIL, NOW);
  }

  @Override
  protected List<MailedLink.Snapshot> shapes() {
    List<MailedLink.Snapshot> shapes = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      shapes.add(aLink(Samples.memberId(), purpose, NOW));
    }
    String longest = "a".repeat(64) + "@" + "b".repeat(189);
    shapes.add(aLink(Samples.memberId(), Purpose.CHANGE_EMAIL, longest, Samples.FAR));
    shapes.add(aLink(Samples.memberId(), Purpose.CHANGE_EMAIL, "Mixed@예시.한국", Samples.EARLY));
    return shapes;
  }

  @Override
  protected MailedLink.Snapshot changed(MailedLink.Snapshot state) {
    return new MailedLink.Snapshot(
        state.id(),
        state.member(),
        state.purpose() == Purpose.VERIFY_EMAIL ? Purpose.RESET_PASSWORD : Purpose.VERIFY_EMAIL,
        new EmailAddress("changed@example.org"),
        aToken(),
        state.expiresAt().minusNanos(1_000),
        !state.used(),
        state.version());
  }

  @Override
  protected Optional<MailedLink.Snapshot> find(MailedLink.Snapshot like) {
    return links().find(like.id()).map(MailedLink::snapshot);
  }

  @Override
  protected MailedLink.Snapshot save(MailedLink.Snapshot state) {
    return links().save(MailedLink.restore(state));
  }

  @Override
  protected Version version(MailedLink.Snapshot state) {
    return state.version();
  }

  @Override
  protected MailedLink.Snapshot stored(MailedLink.Snapshot state) {
    return state.stored();
  }

  private MailedLink.Snapshot add(MailedLink.Snapshot link) {
    return write(() -> save(link));
  }

  private Optional<MailedLink.Snapshot> byToken(TokenHash token) {
    return read(() -> links().findByToken(token).map(MailedLink::snapshot));
  }

  private int count(MemberId member, Purpose purpose, Instant since) {
    return read(() -> links().countRequested(member, purpose, since));
  }

  @Test
  void a_link_is_found_by_its_token_used_or_not() {
    MailedLink.Snapshot link = add(fresh());
    add(fresh());
    assertThat(byToken(link.token())).contains(link);

    MailedLink followed = MailedLink.restore(link);
    followed.follow(List.of(Purpose.VERIFY_EMAIL), NOW);
    MailedLink.Snapshot used = add(followed.snapshot());

    assertThat(byToken(link.token())).contains(used);
    assertThat(used.used()).isTrue();
    assertThat(byToken(aToken())).isEmpty();
  }

  @Test
  void a_link_can_be_followed_once_however_many_race() {
    MailedLink.Snapshot link = add(fresh());

    long followers =
        overlapping(
                8,
                i -> {
                  MailedLink found = links().findByToken(link.token()).orElseThrow();
                  found.follow(List.of(Purpose.VERIFY_EMAIL), NOW);
                  return links().save(found);
                })
            .stream()
            .filter(outcome -> outcome.succeeded())
            .count();

    assertThat(followers).isEqualTo(1);
  }

  @Test
  void links_are_counted_by_member_purpose_and_moment_of_request() {
    MemberId member = Samples.memberId();
    add(aLink(member, Purpose.VERIFY_EMAIL, NOW.minusNanos(1_000)));
    add(aLink(member, Purpose.VERIFY_EMAIL, NOW));
    add(aLink(member, Purpose.VERIFY_EMAIL, NOW.plusSeconds(1)));
    add(aLink(member, Purpose.RESET_PASSWORD, NOW));
    add(aLink(Samples.memberId(), Purpose.VERIFY_EMAIL, NOW));

    assertThat(count(member, Purpose.VERIFY_EMAIL, NOW)).isEqualTo(2);
    assertThat(count(member, Purpose.VERIFY_EMAIL, NOW.minusSeconds(1))).isEqualTo(3);
    assertThat(count(member, Purpose.RESET_PASSWORD, NOW)).isEqualTo(1);
    assertThat(count(member, Purpose.CHANGE_EMAIL, NOW)).isZero();
    assertThat(count(Samples.memberId(), Purpose.VERIFY_EMAIL, NOW)).isZero();
  }

  @Test
  void all_links_of_a_member_can_be_forgotten() {
    MemberId member = Samples.memberId();
    MailedLink.Snapshot one = add(aLink(member, Purpose.VERIFY_EMAIL, NOW));
    MailedLink.Snapshot two = add(aLink(member, Purpose.RESET_PASSWORD, NOW));
    MailedLink.Snapshot other = add(fresh());

    boolean seen =
        write(() -> {
          links().removeAllOf(member);
          return links().find(one.id()).isPresent();
        });

    assertThat(seen).isFalse();
    assertThat(byToken(one.token())).isEmpty();
    assertThat(byToken(two.token())).isEmpty();
    assertThat(byToken(other.token())).contains(other);
  }

  @Test
  void links_that_expired_before_a_moment_can_be_forgotten() {
    MailedLink.Snapshot old = add(fresh());
    Instant moment = old.expiresAt();

    assertThat(write(() -> links().forgetBefore(moment))).isZero();
    assertThat(write(() -> links().forgetBefore(moment.plusNanos(1_000)))).isEqualTo(1);

    assertThat(byToken(old.token())).isEmpty();
  }
}
