package dev.moim.adapter.persistence.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "member_pictures")
@SuppressWarnings("NullAway.Init")
class MemberPictureRow {
  @Id
  @Column(name = "member_id")
  UUID memberId;

  byte[] png;
}
