package dev.moim.adapter.web.audit;

import static dev.moim.testkit.audit.AuditEntryBuilder.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.web.ApiTest;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.audit.AuditAction;
import dev.moim.domain.audit.AuditEntry;
import dev.moim.domain.member.Role;
import dev.moim.testkit.audit.AuditEntryBuilder;
import dev.moim.testkit.audit.InMemoryAuditLog;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AuditLogControllerTest extends ApiTest {
  private final String log = "/api/v1/audit-log";
  @Autowired private InMemoryAuditLog store;
  @Autowired private Transactions transactions;

  private AuditEntry written(AuditEntryBuilder builder) {
    AuditEntry entry = builder.build();
    transactions.writeOnly(() -> store.add(entry));
    return entry;
  }

  private int found(Person admin, String query) {
    return get(admin, log + query).is(200).json().get("items").size();
  }

  @Test
  void an_admin_reads_who_did_what_to_whom_when_and_from_where() {
    Person admin = somebody(Role.ADMIN);
    Person member = somebody();
    AuditEntry entry =
        written(
            anEntry()
                .at(clock.now().plusSeconds(60))
                .action(AuditAction.MEMBER_WARNED)
                .actor(Optional.of(admin.id()))
                .member(Optional.of(member.id()))
                .details(Map.of("reason", "무례함")));

    Reply page = get(admin, log + "?member=" + member.id()).is(200);

    assertThat(page.text("/items/0/id")).isEqualTo(entry.id().toString());
    assertThat(page.text("/items/0/at")).isEqualTo(entry.at().toString());
    assertThat(page.text("/items/0/actor/nickname")).isEqualTo(admin.nickname());
    assertThat(page.text("/items/0/member/nickname")).isEqualTo(member.nickname());
    assertThat(page.text("/items/0/action")).isEqualTo("MEMBER_WARNED");
    assertThat(page.text("/items/0/subject/kind")).isEqualTo("MEMBER");
    assertThat(page.text("/items/0/address")).isEqualTo("192.0.2.1");
    assertThat(page.text("/items/0/details/reason")).isEqualTo("무례함");
  }

  @Test
  void what_the_operator_did_has_no_actor() {
    Person admin = somebody(Role.ADMIN);
    Person member = somebody();
    written(anEntry().actor(Optional.empty()).member(Optional.of(member.id())));

    Reply page = get(admin, log + "?member=" + member.id()).is(200);

    assertThat(page.json().at("/items/0").has("actor")).isFalse();
  }

  @Test
  void filters_narrow_the_log_and_pages_are_turned() {
    Person admin = somebody(Role.ADMIN);
    for (int i = 0; i < 3; i++) {
      written(
          anEntry()
              .actor(Optional.of(admin.id()))
              .at(clock.now().plusSeconds(i))
              .action(i == 0 ? AuditAction.ROOM_HIDDEN : AuditAction.ROLE_CHANGED));
    }
    String mine = "?actor=" + admin.id();

    assertThat(found(admin, mine)).isEqualTo(3);
    assertThat(found(admin, mine + "&action=ROOM_HIDDEN")).isEqualTo(1);
    assertThat(found(admin, mine + "&from=" + clock.now().plusSeconds(1))).isEqualTo(2);
    assertThat(found(admin, mine + "&to=" + clock.now().plusSeconds(1))).isEqualTo(1);
    assertThat(found(admin, mine + "&member=" + admin.id())).isZero();
    String cursor = get(admin, log + mine + "&limit=2").text("/nextCursor");
    assertThat(found(admin, mine + "&limit=2&cursor=" + cursor)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor=nobody",
        "member=1",
        "action=SLEPT",
        "from=yesterday",
        "to=%2B1000000000-12-31T23:59:59Z",
        "from=2026-13-01T00:00:00Z",
        "address=192.0.2.1"
      })
  void a_filter_that_makes_no_sense_is_refused(String filter) {
    get(somebody(Role.ADMIN), log + "?" + filter).is(400, "INVALID_PARAMETER");
  }

  @Test
  void only_admins_read_the_log() {
    get(somebody(), log).is(403, "NOT_ALLOWED");
    get(somebody(Role.MANAGER), log).is(403, "NOT_ALLOWED");
    get(null, log).is(401, "NOT_SIGNED_IN");
  }
}
