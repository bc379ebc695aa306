package dev.moim.adapter.persistence;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class ConcurrentReportsTest {
  private final TestDatabase database;
  private final UseCases useCases;

  ConcurrentReportsTest(TestDatabase database) {
    this.database = database;
    useCases = new UseCases(database);
  }

  @BeforeEach
  void empty_the_database() {
    database.empty();
  }

  private MemberId signedUp(String nickname) {
    MemberView member =
        useCases
            .members
            .signUp()
            .signUp(
                new SignUp.Command(
                    nickname, nickname + "@example.org", "correct horse", Language.KO));
    return member.id();
  }

  private FileReport.Filed report(Caller by, MemberId member) {
    return useCases
        .moderation
        .fileReport()
        .file(new FileReport.Command(by, "MEMBER", member.value(), "rude"));
  }

  private static void losersAreRefused(List<? extends Race.Outcome<?>> outcomes, ErrorCode code) {
    assertOthersRefused(code, outcomes);
  }

  @Test
  void of_managers_who_decide_at_once_about_one_subject_one_wins_and_warns_once() {
    MemberId author = signedUp("author");
    List<ReportId> reports =
        Stream.generate(() -> report(UseCases.caller(), author).id()).limit(4).toList();

    List<Race.Outcome<ReportView>> outcomes =
        Race.of(
            8,
            i ->
                useCases
                    .moderation
                    .decideReport()
                    .decide(
                        new DecideReport.Command(
                            new Caller(Samples.memberId(), Role.MANAGER),
                            Origin.OPERATOR,
                            reports.get(i % 4),
                            Outcome.WARNED,
                            "seen")));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    losersAreRefused(outcomes, ModerationError.REPORT_DECIDED);
    Caller warned = new Caller(author, Role.MEMBER);
    assertThat(useCases.administration.listWarnings().list(warned, author)).hasSize(1);
  }

  @Test
  void who_floods_the_queue_gets_no_further_than_the_limit() {
    Caller reporter = UseCases.caller();
    List<MemberId> members =
        IntStream.range(0, Report.MOST_OPEN + 5).mapToObj(i -> signedUp("member" + i)).toList();

    List<Race.Outcome<FileReport.Filed>> outcomes =
        Race.of(members.size(), i -> report(reporter, members.get(i)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(Report.MOST_OPEN);
    losersAreRefused(outcomes, ModerationError.TOO_MANY_REPORTS);
  }
}
