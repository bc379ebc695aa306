package dev.moim.bootstrap.rights;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.Warnings;
import dev.moim.application.moderation.port.in.FileReport;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.WaitForSeat;
import dev.moim.application.room.port.in.WriteComment;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.bootstrap.People;
import dev.moim.bootstrap.People.Someone;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Block;
import dev.moim.domain.member.Identity;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Role;
import dev.moim.domain.member.Session;
import dev.moim.domain.member.Warning;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.WarningId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;

/** People and the objects between them, made anew for each case, and only as far as it asks. */
final class World {
  private static final AtomicInteger HOURS = new AtomicInteger();

  private final BeanFactory program;
  private final People people;
  private final Transactions transactions;
  private final Clock clock;
  private final Ids ids;
  private final Someone owner;
  private final Someone other;
  private final Someone seated;
  private final Someone host;
  private final Someone manager;
  private final Someone admin;

  World(BeanFactory program, People people) {
    this.program = program;
    this.people = people;
    transactions = program.getBean(Transactions.class);
    clock = program.getBean(Clock.class);
    ids = program.getBean(Ids.class);
    owner = people.member();
    other = people.member();
    seated = people.member();
    host = people.member();
    manager = people.with(Role.MANAGER);
    admin = people.with(Role.ADMIN);
  }

  Someone owner() {
    return owner;
  }

  Someone other() {
    return other;
  }

  Someone seated() {
    return seated;
  }

  Someone host() {
    return host;
  }

  Someone manager() {
    return manager;
  }

  Someone admin() {
    return admin;
  }

  String blocked() {
    change(member ->
        member.block(Optional.of(new Block(clock.now().plus(Duration.ofDays(1)), "was rude"))));
    return owner.token();
  }

  String left() {
    change(member -> member.withdraw(clock.now()));
    return owner.token();
  }

  private void change(Consumer<Member> change) {
    Members members = program.getBean(Members.class);
    transactions.writeOnly(() -> {
      Member member = members.find(owner.id()).orElseThrow();
      change.accept(member);
      members.save(member);
    });
  }

  String ended() {
    Sessions sessions = program.getBean(Sessions.class);
    transactions.writeOnly(() -> {
      Session session = sessions.find(owner.session()).orElseThrow();
      session.end();
      sessions.save(session);
    });
    return owner.token();
  }

  /** Claims to be the admin. */
  String tampered() {
    String[] parts = owner.token().split("\\.", -1);
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace(owner.id().toString(), admin.id().toString())
            .replace("[\"MEMBER\"]", "[\"MEMBER\",\"MANAGER\",\"ADMIN\"]");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  /** An open room of the host, with the seated one in it. */
  RoomId room() {
    return seated(open(host, 4));
  }

  /** The same, without another seat. */
  RoomId fullRoom() {
    return seated(open(host, 2));
  }

  /** A full room for which the member waits. */
  RoomId roomWaitedFor() {
    RoomId room = fullRoom();
    program.getBean(WaitForSeat.class).queue(new WaitForSeat.Command(owner.caller(), room));
    return room;
  }

  /** The path of a comment that the seated one wrote in a room of the host. */
  String comment() {
    RoomId room = room();
    return room
        + "/comments/"
        + program
            .getBean(WriteComment.class)
            .write(new WriteComment.Command(seated.caller(), room, Optional.empty(), "Where?"))
            .id();
  }

  private RoomId seated(RoomId room) {
    program.getBean(JoinRoom.class).join(new JoinRoom.Command(seated.caller(), room));
    return room;
  }

  private RoomId open(Someone by, int capacity) {
    return program
        .getBean(OpenRoom.class)
        .open(
            new OpenRoom.Command(
                by.caller(),
                "A room",
                "",
                "meal",
                Map.of(),
                clock.now().plus(Duration.ofDays(1)),
                capacity,
                false))
        .id();
  }

  /** A meeting of the member with the host. */
  MeetingId meeting() {
    RoomId room = open(host, 4);
    program.getBean(JoinRoom.class).join(new JoinRoom.Command(owner.caller(), room));
    return program
        .getBean(ConfirmRoom.class)
        .confirm(new ConfirmRoom.Command(host.caller(), room, Optional.empty()));
  }

  /** A waiting match request of the member. */
  String matchRequest() {
    return program
        .getBean(SubmitMatchRequest.class)
        .submit(
            new SubmitMatchRequest.Command(
                owner.caller(),
                "exercise",
                Map.of("when", hourOfItsOwn()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .request()
        .id()
        .toString();
  }

  /** So that no two of these requests find each other. */
  private FacetInput hourOfItsOwn() {
    Instant from =
        clock
            .now()
            .truncatedTo(ChronoUnit.HOURS)
            .plus(Duration.ofHours(24 + 2L * HOURS.incrementAndGet()));
    return new FacetInput.Span(from.toString(), from.plus(Duration.ofHours(1)).toString());
  }

  /** Another session of the member. */
  SessionId session() {
    return people.open(owner.id());
  }

  /** A warning to the other member, given by the manager. */
  WarningId warning() {
    WarningId id = new WarningId(ids.next());
    Warnings warnings = program.getBean(Warnings.class);
    transactions.writeOnly(() ->
        warnings.save(
            Warning.give(
                id,
                other.id(),
                manager.id(),
                "",
                "was late",
                0,
                List.of(Duration.ofDays(1)),
                clock.now().minus(Duration.ofDays(2)))));
    return id;
  }

  /** A report of the member about the host's room. */
  String report() {
    return program
        .getBean(FileReport.class)
        .file(new FileReport.Command(owner.caller(), "ROOM", room().value(), "is rude"))
        .id()
        .toString();
  }

  /** Links an account elsewhere to everybody. */
  String identity() {
    Identities identities = program.getBean(Identities.class);
    transactions.writeOnly(() ->
        List.of(owner, other, seated, host, manager, admin)
            .forEach(someone ->
                identities.add(
                    new Identity("github", "" + ids.next(), someone.id(), clock.now()))));
    return "github";
  }

  /** A picture of the member. */
  String picture() {
    Pictures pictures = program.getBean(Pictures.class);
    transactions.writeOnly(() -> pictures.put(owner.id(), new byte[] {1}));
    return owner.id().toString();
  }
}
