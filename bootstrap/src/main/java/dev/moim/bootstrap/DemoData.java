package dev.moim.bootstrap;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Adds demo members, rooms and a member who waits to an empty community, through the same use cases
 * as everybody. Only with {@code --demo}; a data folder that has them already stays as it is.
 *
 * <p>Whoever tries things out finds company at any hour: the rooms meet at hours at which people do
 * what they are about, the one for lunch within a day, so that random matching may fill it; and the
 * member who waits for exercise does so for a day and accepts everything.
 */
@Component
@ConditionalOnBooleanProperty("moim.demo")
class DemoData implements ApplicationRunner {
  static final String PASSWORD = "only-for-demo";

  private static final Logger log = LoggerFactory.getLogger(DemoData.class);
  private static final int MEMBERS = 6;
  private static final Map<String, FacetInput> LUNCH =
      Map.of(
          "place", new FacetInput.Choice(List.of("gaepo")),
          "time", new FacetInput.Choice(List.of("lunch")));

  private final SignUp signUp;
  private final OpenRoom openRoom;
  private final JoinRoom joinRoom;
  private final SubmitMatchRequest submitMatchRequest;
  private final Categories categories;
  private final Clock clock;
  private final ZoneId zone;

  DemoData(
      SignUp signUp,
      OpenRoom openRoom,
      JoinRoom joinRoom,
      SubmitMatchRequest submitMatchRequest,
      Categories categories,
      Clock clock,
      ZoneId zone) {
    this.signUp = signUp;
    this.openRoom = openRoom;
    this.joinRoom = joinRoom;
    this.submitMatchRequest = submitMatchRequest;
    this.categories = categories;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      List<Caller> members = new ArrayList<>();
      for (int i = 1; i <= MEMBERS; i++) {
        members.add(member(i));
      }
      RoomView lunch =
          open(
              members.get(0), "Demo: lunch near the station", "meal", LUNCH, nextLunch(), 4, false);
      join(lunch, members.get(1), members.get(2));
      RoomView study =
          open(
              members.get(3),
              "데모: 저녁 스터디",
              "study",
              Map.of("level", new FacetInput.Span("3", "8")),
              next(LocalTime.of(19, 0), Duration.ofHours(12)),
              6,
              false);
      join(study, members.get(4));
      RoomView run =
          open(
              members.get(5),
              "Demo: run by the river (anonymous)",
              "exercise",
              Map.of("sport", new FacetInput.Choice(List.of("running"))),
              next(LocalTime.of(7, 0), Duration.ofHours(24)),
              8,
              true);
      join(run, members.get(0), members.get(3));
      submitMatchRequest.submit(
          new SubmitMatchRequest.Command(
              members.get(5),
              "exercise",
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(clock.now().plus(Category.MOST_PATIENCE))));
      log.info(
          "Added {} demo members and 3 demo rooms; one of them waits for company at exercise",
          MEMBERS);
    } catch (DomainException e) {
      if (e.code() != MemberError.NICKNAME_TAKEN && e.code() != MemberError.EMAIL_TAKEN) {
        throw e;
      }
      log.info("The demo data is there already");
    }
    log.info(
        "Sign in as demo-1@moim.example … demo-{}@moim.example, password {}", MEMBERS, PASSWORD);
  }

  /** The first moment of a lunch, in an hour or later, and within a day. */
  private Instant nextLunch() {
    Category meal = categories.named("meal");
    AllOf lunch = meal.read(LUNCH, clock.now());
    return meal.startsAt(lunch, clock.now().plus(Duration.ofHours(1)), zone);
  }

  /** When a clock in the community's zone shows this for the first time after some time. */
  private Instant next(LocalTime time, Duration ahead) {
    ZonedDateTime earliest = clock.now().plus(ahead).atZone(zone);
    ZonedDateTime that = earliest.with(time);
    return (that.isBefore(earliest) ? that.plusDays(1) : that).toInstant();
  }

  private Caller member(int number) {
    MemberView member =
        signUp.signUp(
            new SignUp.Command(
                "demo-" + number, "demo-" + number + "@moim.example", PASSWORD, Language.KO));
    return new Caller(member.id(), member.role());
  }

  private RoomView open(
      Caller host,
      String title,
      String category,
      Map<String, FacetInput> condition,
      Instant meetsAt,
      int capacity,
      boolean anonymous) {
    return openRoom.open(
        new OpenRoom.Command(
            host,
            title,
            "Made by --demo, to try things out.",
            category,
            condition,
            meetsAt,
            capacity,
            anonymous));
  }

  private void join(RoomView room, Caller... members) {
    for (Caller member : members) {
      joinRoom.join(new JoinRoom.Command(member, room.id()));
    }
  }
}
