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
import java.util.function.Supplier;
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
 * member who waits for exercise does so for a day and accepts everything. What the operator's
 * categories do not offer is left out.
 */
@Component
@ConditionalOnBooleanProperty("moim.demo")
class DemoData implements ApplicationRunner {
  static final String PASSWORD = "only-for-demo";

  private static final Logger log = LoggerFactory.getLogger(DemoData.class);
  private static final int MEMBERS = 6;
  private static final String WAITED_FOR = "exercise";
  private static final Map<String, FacetInput> LUNCH =
      Map.of(
          "place", new FacetInput.Choice(List.of("gaepo")),
          "time", new FacetInput.Choice(List.of("lunch")));

  /**
   * A room of the demo.
   *
   * @param members who is in it, counted from 0; the first is its host
   */
  private record DemoRoom(
      String title,
      String category,
      Map<String, FacetInput> condition,
      Supplier<Instant> meetsAt,
      int capacity,
      boolean anonymous,
      List<Integer> members) {}

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
      List<DemoRoom> rooms = rooms().stream().filter(this::isOffered).toList();
      rooms.forEach(room -> open(room, members));
      boolean waits = isOffered(WAITED_FOR, Map.of());
      if (waits) {
        waitForCompany(members.getLast());
      }
      log.info(
          "Added {} demo members and {} demo rooms{}",
          MEMBERS,
          rooms.size(),
          waits ? "; one of them waits for company at " + WAITED_FOR : "");
      tellOfTheRest(rooms, waits);
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

  private List<DemoRoom> rooms() {
    return List.of(
        new DemoRoom(
            "Demo: lunch near the station",
            "meal",
            LUNCH,
            this::nextLunch,
            4,
            false,
            List.of(0, 1, 2)),
        new DemoRoom(
            "데모: 저녁 스터디",
            "study",
            Map.of("level", new FacetInput.Span("3", "8")),
            () -> next(LocalTime.of(19, 0), Duration.ofHours(12)),
            6,
            false,
            List.of(3, 4)),
        new DemoRoom(
            "Demo: run by the river (anonymous)",
            WAITED_FOR,
            Map.of("sport", new FacetInput.Choice(List.of("running"))),
            () -> next(LocalTime.of(7, 0), Duration.ofHours(24)),
            8,
            true,
            List.of(5, 0, 3)));
  }

  private boolean isOffered(DemoRoom room) {
    return isOffered(room.category(), room.condition());
  }

  /** Whether the configured categories have what the demo wants: an operator may change any. */
  private boolean isOffered(String category, Map<String, FacetInput> condition) {
    try {
      categories.named(category).read(condition, clock.now());
      return true;
    } catch (DomainException notConfigured) {
      return false;
    }
  }

  private void tellOfTheRest(List<DemoRoom> added, boolean waits) {
    List<String> missing = new ArrayList<>(rooms().stream().map(DemoRoom::title).toList());
    missing.removeAll(added.stream().map(DemoRoom::title).toList());
    if (!waits) {
      missing.add("a member who waits for company at " + WAITED_FOR);
    }
    if (!missing.isEmpty()) {
      log.info(
          "Not in the demo, as no category is configured for it: {}", String.join("; ", missing));
    }
  }

  private void open(DemoRoom demo, List<Caller> members) {
    List<Caller> people = demo.members().stream().map(members::get).toList();
    RoomView room =
        openRoom.open(
            new OpenRoom.Command(
                people.getFirst(),
                demo.title(),
                "Made by --demo, to try things out.",
                demo.category(),
                demo.condition(),
                demo.meetsAt().get(),
                demo.capacity(),
                demo.anonymous()));
    for (Caller member : people.subList(1, people.size())) {
      joinRoom.join(new JoinRoom.Command(member, room.id()));
    }
  }

  private void waitForCompany(Caller member) {
    submitMatchRequest.submit(
        new SubmitMatchRequest.Command(
            member,
            WAITED_FOR,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(clock.now().plus(Category.MOST_PATIENCE))));
  }
}
