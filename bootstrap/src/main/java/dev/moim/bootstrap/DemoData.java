package dev.moim.bootstrap;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Adds demo members and rooms to an empty community, through the same use cases as everybody. Only
 * with {@code --demo}; a data folder that has them already stays as it is.
 */
@Component
@ConditionalOnBooleanProperty("moim.demo")
class DemoData implements ApplicationRunner {
  static final String PASSWORD = "only-for-demo";

  private static final Logger log = LoggerFactory.getLogger(DemoData.class);
  private static final int MEMBERS = 6;

  private final SignUp signUp;
  private final OpenRoom openRoom;
  private final JoinRoom joinRoom;
  private final Clock clock;

  DemoData(SignUp signUp, OpenRoom openRoom, JoinRoom joinRoom, Clock clock) {
    this.signUp = signUp;
    this.openRoom = openRoom;
    this.joinRoom = joinRoom;
    this.clock = clock;
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
              members.get(0),
              "Demo: lunch near the station",
              "meal",
              Map.of(
                  "place", new FacetInput.Choice(List.of("gaepo")),
                  "time", new FacetInput.Choice(List.of("lunch"))),
              Duration.ofHours(20),
              4,
              false);
      join(lunch, members.get(1), members.get(2));
      RoomView study =
          open(
              members.get(3),
              "데모: 저녁 스터디",
              "study",
              Map.of("level", new FacetInput.Span("3", "8")),
              Duration.ofHours(30),
              6,
              false);
      join(study, members.get(4));
      RoomView run =
          open(
              members.get(5),
              "Demo: run by the river (anonymous)",
              "exercise",
              Map.of("sport", new FacetInput.Choice(List.of("running"))),
              Duration.ofHours(44),
              8,
              true);
      join(run, members.get(0), members.get(3));
      log.info("Added {} demo members and 3 demo rooms", MEMBERS);
    } catch (DomainException e) {
      if (e.code() != MemberError.NICKNAME_TAKEN && e.code() != MemberError.EMAIL_TAKEN) {
        throw e;
      }
      log.info("The demo data is there already");
    }
    log.info(
        "Sign in as demo-1@moim.example … demo-{}@moim.example, password {}", MEMBERS, PASSWORD);
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
      Duration ahead,
      int capacity,
      boolean anonymous) {
    return openRoom.open(
        new OpenRoom.Command(
            host,
            title,
            "Made by --demo, to try things out.",
            category,
            condition,
            clock.now().plus(ahead),
            capacity,
            anonymous));
  }

  private void join(RoomView room, Caller... members) {
    for (Caller member : members) {
      joinRoom.join(new JoinRoom.Command(member, room.id()));
    }
  }
}
