package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.Instants;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.TokenHash;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MemberId;

final class MailedLinkMapper {
  private MailedLinkMapper() {}

  static void write(MailedLink.Snapshot link, MailedLinkRow row) {
    row.memberId = link.member().value();
    row.purpose = link.purpose().name();
    row.address = link.address().value();
    row.tokenHash = link.token().hex();
    row.expiresAt = Instants.stored(link.expiresAt());
    row.used = link.used();
  }

  static MailedLink.Snapshot read(MailedLinkRow row) {
    return new MailedLink.Snapshot(
        new LinkId(row.id()),
        new MemberId(row.memberId),
        MailedLink.Purpose.valueOf(row.purpose),
        new EmailAddress(row.address),
        new TokenHash(row.tokenHash),
        row.expiresAt,
        row.used,
        row.version());
  }
}
