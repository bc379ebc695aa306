package dev.moim.application.member.service;

import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.MailedLink.Purpose;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.MemberEvent;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Requests mails with links, and follows the links, within the transaction of whoever asks. */
final class LinkMailing {
  /** So many mails of a kind a member gets within {@link #WINDOW} at the most. */
  static final int MOST = 3;

  static final Duration WINDOW = Duration.ofHours(1);

  private final MailedLinks links;
  private final LinkTokens tokens;
  private final Outbox outbox;
  private final Ids ids;

  LinkMailing(MemberPorts ports) {
    links = ports.store().links();
    tokens = ports.secrets().linkTokens();
    outbox = ports.outbox();
    ids = ports.ids();
  }

  void request(MemberId member, Purpose purpose, EmailAddress address, Instant now) {
    LinkId id = new LinkId(ids.next());
    MailedLink link =
        MailedLink.request(id, member, purpose, address, Tokens.hash(tokens.tokenOf(id)), now);
    links.save(link);
    outbox.append(link.pullEvents());
  }

  /**
   * Sends an event as {@link #request} does, for nobody; it stores no link, so it takes a little
   * less time.
   */
  void pretend(Instant now) {
    LinkId id = new LinkId(ids.next());
    Tokens.hash(tokens.tokenOf(id));
    outbox.append(List.of(new MemberEvent.LinkRequested(nobody(), id, now)));
  }

  /** Somebody who is not there. */
  MemberId nobody() {
    return new MemberId(ids.next());
  }

  boolean mayRequest(MemberId member, Purpose purpose, Instant now) {
    return links.countRequested(member, purpose, now.minus(WINDOW)) < MOST;
  }

  void requireFew(MemberId member, Purpose purpose, Instant now) {
    if (!mayRequest(member, purpose, now)) {
      throw MemberError.TOO_MANY_MAILS.because(DomainException.RETRY_AFTER, WINDOW.toSeconds());
    }
  }

  MailedLink.Snapshot follow(String token, List<Purpose> expected, Instant now) {
    MailedLink link =
        links.findByToken(Tokens.hash(token)).orElseThrow(MemberError.LINK_NOT_GOOD::exception);
    link.follow(expected, now);
    links.save(link);
    return link.snapshot();
  }
}
