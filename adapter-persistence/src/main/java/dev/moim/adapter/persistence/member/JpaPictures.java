package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;
import org.hibernate.Session;

final class JpaPictures implements Pictures {
  private final CurrentSession current;

  JpaPictures(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Optional<byte[]> find(MemberId member) {
    return row(current.reading(), member).map(row -> row.png.clone());
  }

  private static Optional<MemberPictureRow> row(Session session, MemberId member) {
    return Optional.ofNullable(session.find(MemberPictureRow.class, member.value()));
  }

  @Override
  public void put(MemberId member, byte[] png) {
    Session session = current.writing();
    row(session, member)
        .ifPresentOrElse(row -> row.png = png.clone(), () -> add(session, member, png));
  }

  private static void add(Session session, MemberId member, byte[] png) {
    MemberPictureRow row = new MemberPictureRow();
    row.memberId = member.value();
    row.png = png.clone();
    session.persist(row);
  }

  @Override
  public void remove(MemberId member) {
    Session session = current.writing();
    row(session, member).ifPresent(session::remove);
  }
}
