package dev.moim.application.member.service;

import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.MemberEvent;

/**
 * What happened to members and could not be handled: it is forgotten along with them, since some of
 * it tells of addresses.
 */
final class UnhandledMessages {
  private final DeadLetters deadLetters;
  private final Transactions transactions;

  UnhandledMessages(MemberPorts ports) {
    deadLetters = ports.deadLetters();
    transactions = ports.transactions();
  }

  void forget(MemberEvent.MemberErased event) {
    transactions.writeOnly(() -> deadLetters.removeAllOf(event.key()));
  }
}
