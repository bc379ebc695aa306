package dev.moim.application.moderation;

import static dev.moim.testkit.Refusals.assertOthersRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.moderation.port.in.DecideReport;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.moderation.port.in.ListReports;
import dev.moim.application.moderation.port.in.ReportView;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.shared.PageRequest;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Role;
import dev.moim.domain.moderation.ModerationError;
import dev.moim.domain.moderation.Outcome;
import dev.moim.domain.moderation.Report;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModerationRaceTest {
  private static final Caller MANAGER = new Caller(Samples.memberId(), Role.MANAGER);

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static RoomId room(Community community, Caller host) {
    return community
        .rooms()
        .openRoom()
        .open(
            new OpenRoom.Command(
                host,
                "Buy this",
                "",
                "meal",
                Map.of(),
                community.clock().now().plus(Duration.ofDays(1)),
                4,
                false))
        .id();
  }

  private static FileReport.Filed report(Community community, Caller reporter, RoomId room) {
    return community
        .moderation()
        .fileReport()
        .file(new FileReport.Command(reporter, "ROOM", room.value(), "an advertisement"));
  }

  private static ReportView decide(
      Community community, Caller by, ReportId report, Outcome outcome) {
    return community
        .moderation()
        .decideReport()
        .decide(new DecideReport.Command(by, Origin.OPERATOR, report, outcome, "seen"));
  }

  private static void losersAreRefused(List<? extends Race.Outcome<?>> outcomes, ErrorCode code) {
    assertOthersRefused(code, outcomes);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void of_managers_who_decide_at_once_one_wins_and_the_author_is_warned_once(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller host = community.newcomer("host");
    RoomId room = room(community, host);
    List<Caller> reporters =
        IntStream.range(0, 4).mapToObj(i -> community.newcomer("member" + i)).toList();
    List<ReportId> reports =
        reporters.stream().map(reporter -> report(community, reporter, room).id()).toList();
    List<Caller> managers =
        Stream.generate(() -> new Caller(Samples.memberId(), Role.MANAGER)).limit(8).toList();

    List<Race.Outcome<ReportView>> outcomes =
        Race.of(8, i -> decide(community, managers.get(i), reports.get(i % 4), Outcome.WARNED));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    losersAreRefused(outcomes, ModerationError.REPORT_DECIDED);
    assertThat(community.administration().listWarnings().list(host, host.id())).hasSize(1);
    assertThat(reporters)
        .allSatisfy(reporter ->
            assertThat(community.told(reporter))
                .filteredOn(told -> told.type() == NotificationType.REPORT_DECIDED)
                .hasSize(1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_reports_the_same_many_times_at_once_is_heard_once(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    RoomId room = room(community, community.newcomer("host"));
    Caller reporter = community.newcomer("reporter");

    List<Race.Outcome<FileReport.Filed>> outcomes =
        Race.of(10, i -> report(community, reporter, room));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
    losersAreRefused(outcomes, ModerationError.ALREADY_REPORTED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_floods_the_queue_gets_no_further_than_the_limit(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    Caller reporter = community.newcomer("reporter");
    List<RoomId> rooms =
        IntStream.range(0, Report.MOST_OPEN + 10)
            .mapToObj(i -> room(community, community.newcomer("host" + i)))
            .toList();

    List<Race.Outcome<FileReport.Filed>> outcomes =
        Race.of(rooms.size(), i -> report(community, reporter, rooms.get(i)));

    assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(Report.MOST_OPEN);
    losersAreRefused(outcomes, ModerationError.TOO_MANY_REPORTS);
    assertThat(
            community
                .moderation()
                .listReports()
                .list(MANAGER, ListReports.Queue.OPEN, PageRequest.first(100))
                .items())
        .hasSize(Report.MOST_OPEN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_report_that_comes_while_others_are_decided_is_either_closed_or_waits(long seed) {
    Community community = new Community(SampleCategories.ALL, seed);
    RoomId room = room(community, community.newcomer("host"));
    ReportId first = report(community, community.newcomer("first"), room).id();
    List<Caller> late =
        IntStream.range(0, 5).mapToObj(i -> community.newcomer("late" + i)).toList();

    List<Race.Outcome<ReportId>> outcomes =
        Race.of(
            6,
            i ->
                i == 5
                    ? decide(community, MANAGER, first, Outcome.DISMISSED).id()
                    : report(community, late.get(i), room).id());

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
    int open = queued(community, ListReports.Queue.OPEN);
    assertThat(open + queued(community, ListReports.Queue.DECIDED)).isEqualTo(6);
    assertThat(open).isBetween(0, 5);
  }

  private static int queued(Community community, ListReports.Queue queue) {
    return community
        .moderation()
        .listReports()
        .list(MANAGER, queue, PageRequest.first(100))
        .items()
        .size();
  }
}
