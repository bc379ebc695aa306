package dev.moim.testkit.shared;

import dev.moim.domain.shared.AbsenceId;
import dev.moim.domain.shared.AuditEntryId;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.ReviewId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.ScoreEntryId;
import dev.moim.domain.shared.SessionId;
import java.time.Instant;
import java.util.UUID;

/** Values to test with: identifiers never given before, and texts and instants that go wrong. */
public final class Samples {
  /** Composed Hangul, which some collations and encodings lose. */
  public static final String HANGUL = "같이 밥 먹을 사람 구해요 뷁";

  /** Characters outside the basic plane, joined ones among them. */
  public static final String EMOJI = "🍜 점심 👩‍🚀👨‍👩‍👧‍👦 𠮷 é";

  /** Quotes and escapes, for stores that build text by hand. */
  public static final String TRICKY = "it's \"50%\" \\ _ ; -- {} <b>&amp;";

  /** Two thousand code points of four bytes each. */
  public static final String LONG_TEXT = "🍚".repeat(2_000);

  public static final Instant EARLY = Instant.parse("1970-01-01T00:00:01.000001Z");
  public static final Instant FAR = Instant.parse("9998-12-31T23:59:59.999999Z");

  private static final SequentialIds IDS = new SequentialIds(1L << 30);

  private Samples() {}

  public static UUID uuid() {
    return IDS.next();
  }

  public static MemberId memberId() {
    return new MemberId(uuid());
  }

  public static RoomId roomId() {
    return new RoomId(uuid());
  }

  public static CommentId commentId() {
    return new CommentId(uuid());
  }

  public static SessionId sessionId() {
    return new SessionId(uuid());
  }

  public static MatchRequestId matchRequestId() {
    return new MatchRequestId(uuid());
  }

  public static MeetingId meetingId() {
    return new MeetingId(uuid());
  }

  public static ReviewId reviewId() {
    return new ReviewId(uuid());
  }

  public static ScoreEntryId scoreEntryId() {
    return new ScoreEntryId(uuid());
  }

  public static AbsenceId absenceId() {
    return new AbsenceId(uuid());
  }

  public static ReportId reportId() {
    return new ReportId(uuid());
  }

  public static AuditEntryId auditEntryId() {
    return new AuditEntryId(uuid());
  }

  public static NotificationId notificationId() {
    return new NotificationId(uuid());
  }
}
