package dev.moim.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailedLinkTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant OVER = NOW.plus(Duration.ofMinutes(30));
  private static final LinkId ID = new LinkId(new UUID(0, 1));
  private static final MemberId MEMBER = new MemberId(new UUID(0, 2));

  private static MailedLink request(MailedLink.Purpose purpose) {
    return MailedLink.request(
        ID,
        MEMBER,
        purpose,
        new EmailAddress("minji@example.org"),
        new TokenHash("1".repeat(64)),
        NOW);
  }

  private static void refuses(MailedLink link, List<MailedLink.Purpose> expected, Instant now) {
    MailedLink.Snapshot before = link.snapshot();
    DomainException refusal =
        catchThrowableOfType(DomainException.class, () -> link.follow(expected, now));
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(MemberError.LINK_NOT_GOOD);
    assertThat(link.snapshot()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(MailedLink.Purpose.class)
  void a_link_is_good_once_for_what_it_was_requested_for(MailedLink.Purpose purpose) {
    MailedLink link = request(purpose);

    link.follow(List.of(MailedLink.Purpose.values()), NOW);

    assertThat(link.snapshot().used()).isTrue();
    refuses(link, List.of(purpose), NOW);
  }

  @Test
  void it_is_good_for_nothing_else() {
    MailedLink link = request(MailedLink.Purpose.VERIFY_EMAIL);

    refuses(link, List.of(MailedLink.Purpose.RESET_PASSWORD, MailedLink.Purpose.CHANGE_EMAIL), NOW);

    assertThat(link.snapshot().used()).isFalse();
  }

  @Test
  void it_is_good_for_half_an_hour_less_a_nanosecond() {
    List<MailedLink.Purpose> reset = List.of(MailedLink.Purpose.RESET_PASSWORD);

    refuses(request(MailedLink.Purpose.RESET_PASSWORD), reset, OVER);
    request(MailedLink.Purpose.RESET_PASSWORD).follow(reset, OVER.minusNanos(1));
  }

  @Test
  void a_link_is_told_once_without_its_secret_or_address() {
    MailedLink link = request(MailedLink.Purpose.CHANGE_EMAIL);

    assertThat(link.pullEvents()).containsExactly(new MemberEvent.LinkRequested(MEMBER, ID, NOW));
    assertThat(link.pullEvents()).isEmpty();
  }

  @Test
  void a_link_is_restored_as_stored() {
    MailedLink.Snapshot stored = request(MailedLink.Purpose.VERIFY_EMAIL).snapshot().stored();

    assertThat(MailedLink.restore(stored).snapshot()).isEqualTo(stored);
    assertThat(stored.version()).isEqualTo(new Version(1));
    assertThat(stored.requestedAt()).isEqualTo(NOW);
    assertThat(MailedLink.restore(stored).pullEvents()).isEmpty();
  }
}
