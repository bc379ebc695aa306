package dev.moim.application.member.service;

import dev.moim.application.shared.Page;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Person;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a member's account, sessions, linked accounts, warnings and blocks; no secrets.
 */
final class MemberPersonalData implements PersonalData {
  private final MemberPorts.Store store;
  private final Transactions transactions;

  MemberPersonalData(MemberPorts ports) {
    store = ports.store();
    transactions = ports.transactions();
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(MemberId member) {
    return transactions.read(() -> {
      Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
      sections.put("account", account(member));
      sections.put("sessions", sessions(member));
      sections.put("identities", identities(member));
      sections.put("warnings", warnings(member));
      sections.put("blocks", blocks(member));
      return sections;
    });
  }

  private List<Map<String, Object>> account(MemberId id) {
    return store.members().find(id).stream().map(MemberPersonalData::account).toList();
  }

  private static Map<String, Object> account(Member found) {
    Member.Snapshot member = found.snapshot();
    Person person = found.person();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", member.id().toString());
    entry.put("nickname", person.nickname().value());
    entry.put("email", person.email().value());
    entry.put("emailVerified", person.emailVerified());
    entry.put("hasPassword", person.password().isPresent());
    entry.put("role", member.role().name());
    entry.put("language", person.language().name());
    entry.put("zone", person.zone().getId());
    entry.put("hasPicture", person.picture().isPresent());
    entry.put("joinedAt", member.joinedAt());
    member.withdrawnAt().ifPresent(at -> entry.put("withdrawnAt", at));
    member.block().ifPresent(block -> entry.put("blockedUntil", block.until()));
    return entry;
  }

  private List<Map<String, Object>> sessions(MemberId id) {
    return store.sessions().openOf(id).stream().map(MemberPersonalData::session).toList();
  }

  private static Map<String, Object> session(Session open) {
    Session.Snapshot session = open.snapshot();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", session.id().toString());
    entry.put("device", session.origin().device());
    entry.put("address", session.origin().address());
    entry.put("startedAt", session.startedAt());
    entry.put("lastUsedAt", session.lastUsedAt());
    entry.put("expiresAt", session.expiresAt());
    return entry;
  }

  private List<Map<String, Object>> identities(MemberId id) {
    return store.identities().of(id).stream()
        .<Map<String, Object>>map(identity ->
            Map.of(
                "provider", identity.provider(),
                "subject", identity.subject(),
                "linkedAt", identity.linkedAt()))
        .toList();
  }

  /** Whom the member blocks; by whom the member is blocked is for nobody to know. */
  private List<Map<String, Object>> blocks(MemberId id) {
    return Page.all(page -> store.blocks().of(id, page)).stream()
        .<Map<String, Object>>map(
            block -> Map.of("member", block.blocked().toString(), "since", block.since()))
        .toList();
  }

  private List<Map<String, Object>> warnings(MemberId id) {
    return store.warnings().of(id).stream().map(MemberPersonalData::warning).toList();
  }

  private static Map<String, Object> warning(Warning given) {
    Warning.Snapshot warning = given.snapshot();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("reason", warning.reason());
    entry.put("givenAt", warning.givenAt());
    entry.put("blocksUntil", warning.until());
    warning.withdrawal().ifPresent(taken -> entry.put("withdrawnAt", taken.at()));
    return entry;
  }
}
