package dev.moim.application.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.moim.application.matching.port.in.AnswerInvitation;
import dev.moim.application.matching.port.in.AnswerProposal;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.meeting.port.in.CannotCome;
import dev.moim.application.meeting.port.in.FindMeetings.Participation;
import dev.moim.application.member.port.in.BlockMember;
import dev.moim.application.member.port.in.UnblockMember;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.RemoveMember;
import dev.moim.application.room.port.in.RoomView;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.Page;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.matching.EndReason;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.MatchRequestStatus;
import dev.moim.domain.matching.MatchingError;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.meeting.MeetingStatus;
import dev.moim.domain.member.Caller;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.room.RoomError;
import dev.moim.domain.room.RoomStatus;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import dev.moim.domain.shared.RoomId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A community in which anything happens at random, and what is allowed to come of it.
 *
 * <p>The model knows of each request how it was when it was seen last, and which ways lead from one
 * status to another; who has blocked whom; and who said that they cannot come. Whenever the world
 * has come to rest it looks at everything there is.
 */
final class MatchingWorld {
  private static final int PEOPLE = 8;

  private static final Set<MatchRequestStatus> BEGUN =
      EnumSet.complementOf(EnumSet.of(MatchRequestStatus.INVITING));

  /**
   * From which status a request may get into which, seen from rest to rest. What is final has ways
   * of its own, see {@link #isFinal}.
   */
  private static final Map<MatchRequestStatus, Set<MatchRequestStatus>> WAYS =
      Map.of(
          MatchRequestStatus.INVITING,
          EnumSet.allOf(MatchRequestStatus.class),
          MatchRequestStatus.WAITING,
          BEGUN,
          MatchRequestStatus.PROPOSED,
          BEGUN,
          MatchRequestStatus.MATCHED,
          BEGUN,
          MatchRequestStatus.CANCELLED,
          Set.of(MatchRequestStatus.CANCELLED),
          MatchRequestStatus.EXPIRED,
          Set.of(MatchRequestStatus.EXPIRED));

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private final Community community;
  private final Categories categories;
  private final MatchingSettings settings;
  private final List<Caller> people = new ArrayList<>();
  private final Map<MatchRequestId, Caller> owners = new HashMap<>();
  private final Map<MatchRequestId, MatchRequest.Snapshot> seen = new HashMap<>();
  private final Map<MemberId, Set<MemberId>> blocks = new HashMap<>();
  private final Map<Object, Set<MemberId>> together = new HashMap<>();
  private final Set<MeetingId> wasLeft = new HashSet<>();

  /** Who were in a meeting that somebody left: a pool may avoid that they meet until a rescue. */
  private final Set<Set<MemberId>> separated = new HashSet<>();

  private final List<RoomId> rooms = new ArrayList<>();
  private final Map<RoomId, Set<MemberId>> gaveUpSeat = new HashMap<>();
  private final Map<RoomId, Set<MemberId>> wasRemoved = new HashMap<>();

  /** The meetings of rooms that were confirmed. */
  private final Map<RoomId, MeetingId> confirmed = new HashMap<>();

  /** Who has said of something that they do not come. */
  private final Set<MemberId> couldNotCome = new HashSet<>();

  private final List<OutboxMessage> past = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private boolean busIsAway;

  MatchingWorld(Categories categories, MatchingSettings settings, long seed) {
    this.categories = categories;
    this.settings = settings;
    random = new Random(seed);
    community = new Community(categories, settings, seed);
    for (int i = 0; i < PEOPLE; i++) {
      people.add(community.newcomer("person" + i));
    }
    community.deliver();
    community.disturb(this::disturb);
  }

  // --- What happens ------------------------------------------------------------------------------

  void step() {
    switch (random.nextInt(22)) {
      case 0, 1, 2, 3, 4 -> submit(somebody());
      case 5 -> cancelSomething();
      case 6, 7 -> pass(Duration.ofSeconds(random.nextInt(20)));
      case 8 -> pass(Duration.ofMinutes(1 + random.nextInt(15)));
      case 9 -> block();
      case 10 -> unblock();
      case 11 -> answerInvitation();
      case 12 -> answerProposal();
      case 13 -> repeatPast();
      case 14 -> {
        if (random.nextBoolean()) {
          restart();
        } else {
          cannotCome();
        }
      }
      case 15, 16 -> openRoom();
      case 17 -> joinRoom();
      case 18 -> changeRoom();
      case 19 -> cannotCome();
      case 20 -> cannotComeToRoom();
      default -> busIsAway = !busIsAway;
    }
    if (busIsAway) {
      runAPool();
    } else {
      rest();
    }
  }

  private Caller somebody() {
    return people.get(random.nextInt(people.size()));
  }

  private Category category() {
    return categories.all().get(random.nextInt(categories.all().size()));
  }

  private void note(String what) {
    history.add(community.clock().now() + " " + what);
  }

  /** What was refused for a reason is refused; everything else is a fault. */
  private Optional<ErrorCode> refusal(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (DomainException e) {
      if (e.code() != RoomError.REMOVED_FROM_ROOM) {
        assertThat(e.code().kind())
            .as(() -> e + told())
            .isNotIn(ErrorKind.UNAVAILABLE, ErrorKind.FORBIDDEN);
      }
      return Optional.of(e.code());
    }
  }

  private void submit(Caller member) {
    Category category = category();
    Map<String, FacetInput> condition = condition(category);
    int min = 2 + random.nextInt(2);
    int max = min + random.nextInt(5 - min);
    List<String> relax =
        settings.of(category.key()).relaxations().stream()
            .filter(step -> random.nextBoolean())
            .map(Relaxation::name)
            .toList();
    List<String> party =
        random.nextInt(5) == 0 && max > 2 ? List.of("person" + random.nextInt(PEOPLE)) : List.of();
    boolean fillRooms = random.nextInt(3) == 0;
    Optional<Instant> expires =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(community.clock().now().plus(Duration.ofMinutes(5 + random.nextInt(40))));
    boolean hadLive = liveOf(member, category).isPresent();
    Optional<ErrorCode> refused =
        refusal(() -> {
          MatchRequestId id =
              community
                  .matching()
                  .submitMatchRequest()
                  .submit(
                      new SubmitMatchRequest.Command(
                          member,
                          category.key().value(),
                          condition,
                          Optional.of(min),
                          Optional.of(max),
                          expires,
                          relax,
                          fillRooms,
                          party))
                  .request()
                  .id();
          owners.put(id, member);
          note("submitted " + id + " by " + member.id() + " " + condition + " " + min + "-" + max);
        });
    refused.ifPresent(code -> {
      note("submit refused " + code);
      if (code == MatchingError.LIVE_REQUEST_EXISTS) {
        assertThat(hadLive || liveOf(member, category).isPresent()).as(told()).isTrue();
      }
    });
    if (refused.isEmpty()) {
      assertThat(allOf(member, category).stream().filter(MatchRequest.Snapshot::isLive).count())
          .as(told())
          .isLessThanOrEqualTo(1);
    }
  }

  private Map<String, FacetInput> condition(Category category) {
    Map<String, FacetInput> condition = new HashMap<>();
    category
        .facets()
        .forEach(facet -> {
          if (random.nextInt(4) > 0) {
            List<String> options =
                new ArrayList<>(List.of(facet.key().value().equals("way") ? "a" : "x"));
            if (random.nextBoolean()) {
              options = new ArrayList<>(List.of(facet.key().value().equals("way") ? "b" : "y"));
            }
            if (random.nextInt(3) == 0) {
              options.add(facet.key().value().equals("way") ? "a" : "x");
            }
            condition.put(facet.key().value(), new FacetInput.Choice(options));
          }
        });
    return condition;
  }

  private Optional<MatchRequest.Snapshot> liveOf(Caller member, Category category) {
    return allOf(member, category).stream().filter(MatchRequest.Snapshot::isLive).findFirst();
  }

  private List<MatchRequest.Snapshot> allOf(Caller member, Category category) {
    return all().stream()
        .filter(request -> request.member().equals(member.id()))
        .filter(request -> request.category().equals(category.key()))
        .toList();
  }

  private List<MatchRequest.Snapshot> all() {
    return community.transactions().read(() -> community.matchRequests().everything());
  }

  private void cancelSomething() {
    List<MatchRequest.Snapshot> candidates =
        all().stream()
            .filter(request -> request.status() != MatchRequestStatus.EXPIRED)
            .filter(request -> request.isLive() || random.nextInt(10) == 0)
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    MatchRequest.Snapshot chosen = candidates.get(random.nextInt(candidates.size()));
    Caller owner = callerOf(chosen.member());
    Optional<ErrorCode> refused =
        refusal(() ->
            community
                .matching()
                .cancelMatchRequest()
                .cancel(new CancelMatchRequest.Command(owner, chosen.id())));
    MatchRequestStatus after = find(chosen.id()).status();
    note("cancelled " + chosen.id() + " " + refused + " now " + after);
    if (refused.isEmpty()) {
      assertThat(after).as(told()).isEqualTo(MatchRequestStatus.CANCELLED);
    } else if (refused.get() == MatchingError.ALREADY_MATCHED) {
      assertThat(after).as(told()).isEqualTo(MatchRequestStatus.MATCHED);
    }
  }

  private Caller callerOf(MemberId member) {
    return people.stream().filter(caller -> caller.is(member)).findFirst().orElseThrow();
  }

  private MatchRequest.Snapshot find(MatchRequestId id) {
    return community
        .transactions()
        .read(() -> community.matchRequests().find(id).orElseThrow().snapshot());
  }

  private void pass(Duration time) {
    note("time passes: " + time);
    community.clock().advance(time);
    runJobs();
  }

  private void runJobs() {
    attempt(() -> community.rooms().expireRooms().expire());
    attempt(() -> community.meetings().advanceMeetings().advance());
    attempt(() -> community.matching().expireProposals().expire());
    attempt(() -> community.matching().expireMatchRequests().expire());
  }

  private void block() {
    Caller one = somebody();
    Caller other = somebody();
    if (!one.equals(other)) {
      community.blocks().blockMember().block(new BlockMember.Command(one, other.id()));
      note(one.id() + " blocks " + other.id());
      blocks.computeIfAbsent(one.id(), key -> new HashSet<>()).add(other.id());
    }
  }

  private void unblock() {
    Caller one = somebody();
    for (MemberId other : List.copyOf(blocks.getOrDefault(one.id(), Set.of()))) {
      community.blocks().unblockMember().unblock(new UnblockMember.Command(one, other));
      note(one.id() + " unblocks " + other);
      blocks.getOrDefault(one.id(), Set.of()).remove(other);
      if (!areApart(one.id(), other)) {
        blockedAtLastLook.remove(Set.of(one.id(), other));
      }
    }
  }

  private boolean areApart(MemberId one, MemberId other) {
    return blocks.getOrDefault(one, Set.of()).contains(other)
        || blocks.getOrDefault(other, Set.of()).contains(one);
  }

  private void answerInvitation() {
    for (Caller friend : people) {
      community.matching().listInvitations().list(friend).stream()
          .findFirst()
          .ifPresent(invitation -> {
            boolean accepts = random.nextInt(4) > 0;
            Optional<ErrorCode> refused =
                refusal(() ->
                    community
                        .matching()
                        .answerInvitation()
                        .answer(
                            new AnswerInvitation.Command(
                                friend, invitation.request().id(), accepts)));
            note(friend.id() + " answers " + invitation.request().id() + accepts + refused);
          });
    }
  }

  private void answerProposal() {
    for (MatchRequest.Snapshot request : all()) {
      if (request.status() == MatchRequestStatus.PROPOSED && random.nextInt(4) > 0) {
        boolean accepts = random.nextInt(6) > 0;
        Optional<ErrorCode> refused =
            refusal(() ->
                community
                    .matching()
                    .answerProposal()
                    .answer(
                        new AnswerProposal.Command(
                            callerOf(request.member()), request.id(), accepts)));
        note("answer of " + request.id() + ": " + accepts + " " + refused);
      }
    }
  }

  private void cannotCome() {
    List<MatchRequest.Snapshot> matched =
        all().stream().filter(request -> request.meeting().isPresent()).toList();
    if (!matched.isEmpty()) {
      MatchRequest.Snapshot chosen = matched.get(random.nextInt(matched.size()));
      MeetingId meeting = chosen.meeting().orElseThrow();
      Set<MemberId> members =
          all().stream()
              .filter(request -> request.meeting().equals(Optional.of(meeting)))
              .map(MatchRequest.Snapshot::member)
              .collect(Collectors.toSet());
      Optional<ErrorCode> refused =
          refusal(() ->
              community
                  .meetings()
                  .cannotCome()
                  .cannotCome(new CannotCome.Command(callerOf(chosen.member()), meeting)));
      note(chosen.member() + " cannot come to " + meeting + " " + refused);
      if (refused.isEmpty()) {
        wasLeft.add(meeting);
        separated.add(members);
        couldNotCome.add(chosen.member());
      }
    }
  }

  /** As {@link #cannotCome}, to the meeting of a room that was confirmed. */
  private void cannotComeToRoom() {
    confirmed.forEach((room, meeting) -> {
      List<MemberId> members = meeting(meeting).members();
      if (!members.isEmpty() && random.nextBoolean()) {
        MemberId member = members.get(random.nextInt(members.size()));
        Optional<ErrorCode> refused =
            refusal(() ->
                community
                    .meetings()
                    .cannotCome()
                    .cannotCome(new CannotCome.Command(callerOf(member), meeting)));
        note(member + " cannot come to " + meeting + " of " + room + " " + refused);
        if (refused.isEmpty()) {
          gaveUpSeat(room, member);
        }
      }
    });
  }

  private Participation meeting(MeetingId id) {
    return Optional.ofNullable(
            community
                .transactions()
                .read(() -> community.meetings().findMeetings().find(List.of(id)))
                .get(id))
        .orElseThrow();
  }

  private void openRoom() {
    Caller host = somebody();
    Category category = category();
    var command =
        new OpenRoom.Command(
            host,
            "Together",
            "",
            category.key().value(),
            condition(category),
            community.clock().now().plus(Duration.ofMinutes(10 + random.nextInt(90))),
            2 + random.nextInt(3),
            false);
    Optional<ErrorCode> refused =
        refusal(() -> {
          rooms.add(community.rooms().openRoom().open(command).id());
          note("opened " + rooms.getLast() + " by " + host.id() + " in " + category.key());
        });
    refused.ifPresent(code -> note(host.id() + " opens no room " + code));
  }

  private Optional<RoomView> someOpenRoom() {
    List<RoomView> open =
        rooms.stream().map(this::view).filter(room -> room.status() == RoomStatus.OPEN).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private RoomView view(RoomId room) {
    return community.rooms().viewRoom().view(people.getFirst(), room);
  }

  private static List<MemberId> membersOf(RoomView room) {
    return room.members().stream().map(person -> person.id().orElseThrow()).toList();
  }

  private static MemberId hostOf(RoomView room) {
    return room.members().stream()
        .filter(RoomView.Person::host)
        .flatMap(person -> person.id().stream())
        .findFirst()
        .orElseThrow();
  }

  private void joinRoom() {
    someOpenRoom()
        .ifPresent(room -> {
          Caller member = somebody();
          Optional<ErrorCode> refused =
              refusal(
                  () -> community.rooms().joinRoom().join(new JoinRoom.Command(member, room.id())));
          note(member.id() + " joins " + room.id() + " " + refused);
          if (refused.equals(Optional.of(RoomError.REMOVED_FROM_ROOM))) {
            assertThat(wasRemoved.get(room.id())).as(told()).contains(member.id());
          }
        });
  }

  /** Somebody leaves a room, or it has its end. */
  private void changeRoom() {
    someOpenRoom()
        .ifPresent(room -> {
          Caller host = callerOf(hostOf(room));
          switch (random.nextInt(6)) {
            case 0 -> {
              refusal(() ->
                  community
                      .rooms()
                      .cancelRoom()
                      .cancel(
                          new CancelRoom.Command(
                              host, Origin.OPERATOR, room.id(), Optional.empty(), "")));
              gaveUpSeat(room.id(), host.id());
              note(host.id() + " cancels " + room.id());
            }
            case 1 -> {
              Optional<ErrorCode> refused =
                  refusal(() ->
                      confirmed.put(
                          room.id(),
                          community
                              .rooms()
                              .confirmRoom()
                              .confirm(
                                  new ConfirmRoom.Command(host, room.id(), Optional.empty()))));
              note(host.id() + " confirms " + room.id() + " " + refused);
            }
            case 2 -> {
              community
                  .rooms()
                  .reportable()
                  .hide(room.id().value(), host.id(), Origin.OPERATOR, "spam");
              note(room.id() + " is hidden");
            }
            case 3 -> removeFrom(room, host);
            default -> {
              MemberId member = membersOf(room).get(random.nextInt(room.members().size()));
              Optional<ErrorCode> refused =
                  refusal(() ->
                      community
                          .rooms()
                          .leaveRoom()
                          .leave(new LeaveRoom.Command(callerOf(member), room.id())));
              if (refused.isEmpty()) {
                gaveUpSeat(room.id(), member);
              }
              note(member + " leaves " + room.id() + " " + refused);
            }
          }
        });
  }

  private void removeFrom(RoomView room, Caller host) {
    MemberId member = membersOf(room).getLast();
    Optional<ErrorCode> refused =
        refusal(() ->
            community
                .rooms()
                .removeMember()
                .remove(new RemoveMember.Command(host, room.id(), member, "")));
    if (refused.isEmpty()) {
      wasRemoved.computeIfAbsent(room.id(), key -> new HashSet<>()).add(member);
    }
    note(host.id() + " removes " + member + " from " + room.id() + " " + refused);
  }

  private void gaveUpSeat(RoomId room, MemberId member) {
    couldNotCome.add(member);
    gaveUpSeat.computeIfAbsent(room, key -> new HashSet<>()).add(member);
  }

  /** Old messages come once more. */
  private void repeatPast() {
    if (!past.isEmpty()) {
      note("old messages come again");
      int from = random.nextInt(past.size());
      attempt(() -> community.handle(List.copyOf(past.subList(from, past.size()))));
    }
  }

  private void restart() {
    note("restart");
    community.restartMatching();
  }

  private void runAPool() {
    attempt(() -> community.matching().runPool().run(category().key()));
  }

  // --- What goes wrong
  // -----------------------------------------------------------------------------

  private boolean disturbing;
  private int disturbances;

  /** Between what somebody decided and what they store. */
  private void disturb() {
    if (disturbing || disturbances <= 0) {
      return;
    }
    disturbing = true;
    try {
      switch (random.nextInt(12)) {
        case 0 -> cancelSomething();
        case 1 -> block();
        case 2 -> answerProposal();
        case 3 -> submit(somebody());
        case 5 -> changeRoom();
        case 6 -> cannotCome();
        case 7 -> cannotComeToRoom();
        case 4 -> {
          disturbances--;
          note("killed");
          throw new Killed();
        }
        default -> {}
      }
    } finally {
      disturbing = false;
    }
  }

  /** Does something that may be killed, and lets it be started anew then. */
  private void attempt(Runnable work) {
    disturbances = 3;
    try {
      work.run();
    } catch (Killed killed) {
      if (random.nextBoolean()) {
        restart();
      }
    } catch (IllegalStateException sweep) {
      assertThat(sweep.getSuppressed()).as(told()).isNotEmpty();
      for (Throwable one : sweep.getSuppressed()) {
        if (!(one instanceof Killed)) {
          throw sweep;
        }
      }
    } finally {
      disturbances = 0;
    }
  }

  // --- What must be
  // ----------------------------------------------------------------------------------

  /** Lets everything come to rest, the clock of meetings as well; then looks. */
  private void rest() {
    do {
      deliver();
    } while (community.meetings().advanceMeetings().advance() > 0);
    look();
  }

  /** Delivers everything, some of it twice, and lets all pools come to rest. */
  private void deliver() {
    boolean hintsWereLost = false;
    for (List<OutboxMessage> due = community.messages();
        !due.isEmpty();
        due = community.messages()) {
      List<OutboxMessage> batch = due;
      boolean isLost = random.nextInt(6) == 0 && batch.stream().allMatch(this::canBeFoundAgain);
      if (isLost) {
        note("what was told of is handled elsewhere");
        hintsWereLost = true;
        attempt(() -> community.handleElsewhere(batch));
        community.handleElsewhere(batch);
        remove(batch);
        continue;
      }
      attempt(() -> community.handle(batch));
      if (random.nextInt(4) == 0) {
        attempt(() -> community.handle(batch));
      }
      if (random.nextInt(8) == 0) {
        attempt(() -> community.matching().comparePool().compare(category().key()));
      }
      runAPool();
      community.handle(batch);
      past.addAll(batch);
      remove(batch);
    }
    if (hintsWereLost) {
      categories.all().forEach(each -> community.matching().comparePool().compare(each.key()));
    }
    community.runAllPools();
  }

  private void remove(List<OutboxMessage> batch) {
    community
        .transactions()
        .writeOnly(() -> community.outbox().remove(batch.stream().map(OutboxMessage::id).toList()));
  }

  /**
   * Whether a hint may be lost with it: what is told of requests is found again, blocks are not.
   */
  private boolean canBeFoundAgain(OutboxMessage message) {
    return message.type().startsWith("matching.") || message.type().startsWith("meeting.");
  }

  private void look() {
    Instant now = community.clock().now();
    List<MatchRequest.Snapshot> all = all();
    for (MatchRequest.Snapshot request : all) {
      MatchRequest.Snapshot before = seen.put(request.id(), request);
      if (before != null) {
        wentAnAllowedWay(before, request);
      }
      assertThat(request.status() == MatchRequestStatus.PROPOSED)
          .as(() -> request + told())
          .isEqualTo(request.proposal().isPresent());
      assertThat(request.status() == MatchRequestStatus.MATCHED)
          .as(() -> request + told())
          .isEqualTo(request.meeting().isPresent() || request.room().isPresent());
      if (request.status() == MatchRequestStatus.WAITING) {
        assertThat(request.expiresAt())
            .as(() -> request + " is overdue; leads: " + request.leader().map(this::find) + told())
            .isAfter(now);
      }
    }
    nobodyHasTwoLiveRequests(all);
    groupsAreWhole(all);
    seatsAreTaken(all);
    nobodyIsStranded(all, now);
  }

  private void wentAnAllowedWay(MatchRequest.Snapshot before, MatchRequest.Snapshot after) {
    assertThat(WAYS.get(before.status())).as(() -> after.id() + told()).contains(after.status());
    if (after.status() == MatchRequestStatus.PROPOSED) {
      assertThat(settings.of(after.category()).acceptance()).as(told()).isPresent();
    }
    if (isFinal(before)) {
      assertThat(after.status()).as(() -> after + told()).isEqualTo(before.status());
      assertThat(after.endReason()).as(() -> after + told()).isEqualTo(before.endReason());
      assertThat(after.meeting()).as(() -> after + told()).isEqualTo(before.meeting());
      assertThat(after.room()).as(() -> after + told()).isEqualTo(before.room());
    }
    if (after.endReason().equals(Optional.of(EndReason.COULD_NOT_COME))) {
      assertThat(couldNotCome).as(() -> after + told()).contains(after.member());
    }
    if (after.endReason().equals(Optional.of(EndReason.REMOVED_FROM_ROOM))) {
      assertThat(wasRemoved.values())
          .as(() -> after + told())
          .anyMatch(removed -> removed.contains(after.member()));
    }
    if (before.status() != MatchRequestStatus.INVITING) {
      assertThat(after.submittedAt()).as(() -> after + told()).isEqualTo(before.submittedAt());
    }
  }

  /** Whether a request has come to rest for good: nobody has left its meeting or its room. */
  private boolean isFinal(MatchRequest.Snapshot request) {
    return !request.isLive()
        && request.meeting().filter(wasLeft::contains).isEmpty()
        && request.room().filter(room -> isLost(room, request.member())).isEmpty();
  }

  private boolean isLost(RoomId room, MemberId member) {
    return isGivenUp(view(room))
        || gaveUpSeat.getOrDefault(room, Set.of()).contains(member)
        || wasRemoved.getOrDefault(room, Set.of()).contains(member);
  }

  private boolean isGivenUp(RoomView room) {
    return room.status() == RoomStatus.CANCELLED
        || room.status() == RoomStatus.EXPIRED
        || Optional.ofNullable(confirmed.get(room.id()))
            .filter(meeting -> meeting(meeting).status() == MeetingStatus.CANCELLED)
            .isPresent();
  }

  /** Who takes part in what a room is, or has become. */
  private List<MemberId> presentIn(RoomView room) {
    return Optional.ofNullable(confirmed.get(room.id()))
        .map(meeting -> meeting(meeting).members())
        .orElseGet(() -> membersOf(room));
  }

  /**
   * Whoever has a seat according to their request has it in the room. They have lost it with the
   * room only if they look for others already, or are alone in what managers have hidden.
   */
  private void seatsAreTaken(List<MatchRequest.Snapshot> all) {
    for (MatchRequest.Snapshot request : all) {
      request
          .room()
          .map(this::view)
          .ifPresent(room -> {
            if (!isGivenUp(room)) {
              assertThat(presentIn(room)).as(() -> request + told()).contains(request.member());
            } else if (membersOf(room).size() > 1) {
              assertThat(haveAskedAgain(request, all)).as(() -> request + told()).isTrue();
            }
          });
    }
    for (RoomId id : rooms) {
      RoomView room = view(id);
      assertThat(room.members().size())
          .as(told())
          .isLessThanOrEqualTo(room.details().capacity().seats());
      noNewcomerIsKeptApart(id, Set.copyOf(membersOf(room)));
    }
  }

  /** Whether one of a party has asked for another group. */
  private boolean haveAskedAgain(MatchRequest.Snapshot request, List<MatchRequest.Snapshot> all) {
    MatchRequestId party = request.leader().orElse(request.id());
    List<MemberId> members = find(party).members();
    return all.stream()
        .filter(other -> other.category().equals(request.category()))
        .filter(
            other -> members.contains(other.member()) || other.member().equals(request.member()))
        .anyMatch(other -> !other.leader().orElse(other.id()).equals(party));
  }

  private void nobodyHasTwoLiveRequests(List<MatchRequest.Snapshot> all) {
    Map<List<Object>, Long> live =
        all.stream()
            .filter(MatchRequest.Snapshot::isLive)
            .collect(
                Collectors.groupingBy(
                    request -> List.<Object>of(request.member(), request.category()),
                    Collectors.counting()));
    assertThat(live.values()).as(told()).allMatch(count -> count == 1);
  }

  /** Members of meetings and requests that have them tell the same. */
  private void groupsAreWhole(List<MatchRequest.Snapshot> all) {
    Map<MeetingId, Set<MemberId>> byRequests = new HashMap<>();
    for (MatchRequest.Snapshot request : all) {
      request
          .meeting()
          .ifPresent(meeting -> {
            assertThat(request.status()).as(told()).isEqualTo(MatchRequestStatus.MATCHED);
            assertThat(
                    byRequests
                        .computeIfAbsent(meeting, key -> new HashSet<>())
                        .add(request.member()))
                .as(() -> request.member() + " is twice in " + meeting + told())
                .isTrue();
          });
    }
    Map<MeetingId, Participation> meetings =
        community
            .transactions()
            .read(() -> community.meetings().findMeetings().find(byRequests.keySet()));
    for (Map.Entry<MeetingId, Set<MemberId>> group : byRequests.entrySet()) {
      Participation meeting = Optional.ofNullable(meetings.get(group.getKey())).orElseThrow();
      noNewcomerIsKeptApart(group.getKey(), Set.copyOf(meeting.members()));
      if (meeting.status() == MeetingStatus.CANCELLED) {
        assertThat(meeting.members()).as(told()).containsAll(group.getValue());
        wasCalledOffForGood(group.getKey(), all);
      } else {
        assertThat(Set.copyOf(meeting.members()))
            .as(() -> group.getKey() + told())
            .isEqualTo(group.getValue());
        assertThat(meeting.members()).as(told()).doesNotHaveDuplicates().hasSizeBetween(2, 4);
      }
    }
    groupsSuitTheirMembers(all, meetings);
  }

  /** Somebody left it, and whoever still has it looks for others already, or would meet by now. */
  private void wasCalledOffForGood(MeetingId meeting, List<MatchRequest.Snapshot> all) {
    assertThat(wasLeft).as(told()).contains(meeting);
    all.stream()
        .filter(request -> request.meeting().equals(Optional.of(meeting)))
        .forEach(request ->
            assertThat(haveAskedAgain(request, all) || hasBegun(meeting))
                .as(() -> request + told())
                .isTrue());
  }

  private boolean hasBegun(MeetingId meeting) {
    return Optional.ofNullable(
            community
                .transactions()
                .read(() -> community.meetings().findMeetings().find(List.of(meeting)))
                .get(meeting))
        .flatMap(Participation::startsAt)
        .filter(start -> !community.clock().now().isBefore(start))
        .isPresent();
  }

  /** Who came together since the last look had not blocked each other by then. */
  private void noNewcomerIsKeptApart(Object place, Set<MemberId> members) {
    Set<MemberId> before = together.getOrDefault(place, Set.of());
    for (MemberId one : members) {
      for (MemberId other : members) {
        if (!one.equals(other) && !before.contains(one) && !areFriends(place, one, other)) {
          assertThat(blockedAtLastLook.contains(Set.of(one, other)))
              .as(() -> one + " and " + other + " in " + place + told())
              .isFalse();
        }
      }
    }
    together.put(place, members);
  }

  /** Whether they came to a meeting or a room as one party. */
  private boolean areFriends(Object place, MemberId one, MemberId other) {
    return all().stream()
        .filter(request ->
            request.meeting().filter(place::equals).isPresent()
                || request.room().filter(place::equals).isPresent())
        .anyMatch(request -> request.members().containsAll(List.of(one, other)));
  }

  /** Who has kept apart since the last look without a break. */
  private final Set<Set<MemberId>> blockedAtLastLook = new HashSet<>();

  private void groupsSuitTheirMembers(
      List<MatchRequest.Snapshot> all, Map<MeetingId, Participation> meetings) {
    Map<MeetingId, List<MatchRequest.Snapshot>> byMeeting =
        all.stream()
            .filter(request -> request.leads() && request.meeting().isPresent())
            .collect(Collectors.groupingBy(request -> request.meeting().orElseThrow()));
    Instant now = community.clock().now();
    byMeeting.forEach((meeting, requests) -> {
      int people = Optional.ofNullable(meetings.get(meeting)).orElseThrow().members().size();
      boolean goesOnAsItIs =
          wasLeft.contains(meeting)
              && (hasBegun(meeting)
                  || requests.stream().anyMatch(request -> haveAskedAgain(request, all)));
      Optional<AllOf> common = Optional.of(AllOf.ANYTHING);
      for (MatchRequest.Snapshot request : requests) {
        if (!goesOnAsItIs) {
          assertThat(request.sizeAt(now).contains(people)).as(() -> request + told()).isTrue();
        }
        common = common.flatMap(request.conditionAt(now)::meet);
      }
      Optional<AllOf> suitsAll = common;
      assertThat(suitsAll).as(() -> meeting + told()).isPresent();
      AllOf agreed = Optional.ofNullable(meetings.get(meeting)).orElseThrow().agreed();
      assertThat(suitsAll.flatMap(agreed::meet))
          .as(() -> agreed + " is told of " + meeting + told())
          .isPresent();
    });
  }

  /**
   * No two wait who would suit each other and may meet: of those the later one would have known.
   */
  private void nobodyIsStranded(List<MatchRequest.Snapshot> all, Instant now) {
    List<MatchRequest.Snapshot> waiting =
        all.stream()
            .filter(request -> request.status() == MatchRequestStatus.WAITING && request.leads())
            .toList();
    for (MatchRequest.Snapshot one : waiting) {
      for (MatchRequest.Snapshot other : waiting) {
        if (one.id().value().compareTo(other.id().value()) < 0 && suit(one, other, now)) {
          fail(one + "\nand\n" + other + "\nboth wait" + told());
        }
      }
    }
    blockedAtLastLook.clear();
    blocks.forEach(
        (one, others) -> others.forEach(other -> blockedAtLastLook.add(Set.of(one, other))));
  }

  private boolean suit(MatchRequest.Snapshot one, MatchRequest.Snapshot other, Instant now) {
    int people = one.people() + other.people();
    return one.category().equals(other.category())
        && one.sizeAt(now).contains(people)
        && other.sizeAt(now).contains(people)
        && one.conditionAt(now).meet(other.conditionAt(now)).isPresent()
        && one.members().stream()
            .noneMatch(member ->
                other.members().stream()
                    .anyMatch(theirs -> areApart(member, theirs) || metLately(member, theirs)));
  }

  private boolean metLately(MemberId one, MemberId other) {
    return separated.stream().anyMatch(group -> group.containsAll(Set.of(one, other)))
        || community
            .meetings()
            .recentPartners()
            .of(
                List.of(one),
                categories.all().getFirst().key(),
                community.clock().now().minus(Duration.ofDays(7)))
            .getOrDefault(one, Set.of())
            .contains(other)
        || community
            .meetings()
            .recentPartners()
            .of(
                List.of(one),
                categories.all().getLast().key(),
                community.clock().now().minus(Duration.ofDays(7)))
            .getOrDefault(one, Set.of())
            .contains(other);
  }

  /** Time passes until nobody waits any more; then each request has its end, and was told it. */
  void end() {
    busIsAway = false;
    rest();
    for (int i = 0; i < 6; i++) {
      pass(Duration.ofMinutes(20));
      rest();
    }
    community.disturb(() -> {});
    for (int i = 0; i < 4; i++) {
      pass(Duration.ofMinutes(20));
      rest();
    }
    List<MatchRequest.Snapshot> all = all();
    for (MatchRequest.Snapshot request : all) {
      assertThat(request.isLive()).as(() -> request + told()).isFalse();
    }
    everybodyWasTold(all);
  }

  private void everybodyWasTold(List<MatchRequest.Snapshot> all) {
    for (Caller member : people) {
      List<Notification> told =
          Page.all(page -> community.notifications().listNotifications().list(member, page).page());
      List<MatchRequest.Snapshot> own =
          all.stream().filter(request -> request.member().equals(member.id())).toList();
      Set<String> links =
          own.stream()
              .filter(request -> request.status() == MatchRequestStatus.EXPIRED)
              .map(request -> "/match-requests/" + request.id())
              .collect(Collectors.toSet());
      assertThat(told.stream().filter(note -> note.type() == NotificationType.MATCH_EXPIRED))
          .as(told())
          .extracting(Notification::link)
          .containsExactlyInAnyOrderElementsOf(links);
      Set<String> ended =
          own.stream()
              .filter(request -> request.endReason().filter(r -> !r.isOwnDoing()).isPresent())
              .filter(request -> request.status() == MatchRequestStatus.CANCELLED)
              .map(request -> "/match-requests/" + request.id())
              .collect(Collectors.toSet());
      assertThat(told.stream().filter(note -> note.type() == NotificationType.MATCH_ENDED))
          .as(told())
          .extracting(Notification::link)
          .containsExactlyInAnyOrderElementsOf(ended);
      Set<String> meetings =
          told.stream()
              .filter(note ->
                  note.type() == NotificationType.MATCH_MADE
                      || note.type() == NotificationType.MATCH_MOVED)
              .map(Notification::link)
              .collect(Collectors.toSet());
      for (MatchRequest.Snapshot request : own) {
        request
            .meeting()
            .ifPresent(meeting -> assertThat(meetings).as(told()).contains("/meetings/" + meeting));
        request
            .room()
            .ifPresent(room ->
                assertThat(told)
                    .as(told())
                    .filteredOn(note -> note.type() == NotificationType.MATCH_SEATED)
                    .extracting(Notification::link)
                    .contains("/rooms/" + room));
      }
      assertThat(own)
          .as(told())
          .filteredOn(request -> request.status() == MatchRequestStatus.CANCELLED)
          .allMatch(request -> request.endReason().isPresent());
      assertThat(own)
          .filteredOn(request -> request.endReason().equals(Optional.of(EndReason.NOBODY_SUITED)))
          .allMatch(request -> request.status() == MatchRequestStatus.EXPIRED);
    }
  }

  private String told() {
    return "\n" + String.join("\n", history) + "\n";
  }
}
