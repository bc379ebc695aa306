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
import dev.moim.application.shared.OutboxMessage;
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
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.ErrorKind;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /** From which status a request may get into which, seen from rest to rest. */
  private static final Map<MatchRequestStatus, Set<MatchRequestStatus>> WAYS =
      Map.of(
          MatchRequestStatus.INVITING, Set.of(MatchRequestStatus.values()),
          MatchRequestStatus.WAITING,
              Set.of(
                  MatchRequestStatus.WAITING,
                  MatchRequestStatus.PROPOSED,
                  MatchRequestStatus.MATCHED,
                  MatchRequestStatus.CANCELLED,
                  MatchRequestStatus.EXPIRED),
          MatchRequestStatus.PROPOSED,
              Set.of(
                  MatchRequestStatus.PROPOSED,
                  MatchRequestStatus.WAITING,
                  MatchRequestStatus.MATCHED,
                  MatchRequestStatus.CANCELLED,
                  MatchRequestStatus.EXPIRED),
          MatchRequestStatus.MATCHED, Set.of(MatchRequestStatus.values()),
          MatchRequestStatus.CANCELLED, Set.of(MatchRequestStatus.CANCELLED),
          MatchRequestStatus.EXPIRED, Set.of(MatchRequestStatus.EXPIRED));

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
  private final Map<MeetingId, Set<MemberId>> together = new HashMap<>();
  private final Set<MeetingId> wasLeft = new HashSet<>();
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
    switch (random.nextInt(16)) {
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
      assertThat(e.code().kind())
          .as(() -> e + told())
          .isNotIn(ErrorKind.UNAVAILABLE, ErrorKind.FORBIDDEN);
      return Optional.of(e.code());
    }
  }

  private void submit(Caller member) {
    Category category = category();
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
    int min = 2 + random.nextInt(2);
    int max = min + random.nextInt(5 - min);
    List<String> relax =
        settings.of(category.key()).relaxations().stream()
            .filter(step -> random.nextBoolean())
            .map(Relaxation::name)
            .toList();
    List<String> party =
        random.nextInt(5) == 0 && max > 2 ? List.of("person" + random.nextInt(PEOPLE)) : List.of();
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
                          random.nextInt(8) == 0,
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
      Optional<ErrorCode> refused =
          refusal(() ->
              community
                  .meetings()
                  .cannotCome()
                  .cannotCome(new CannotCome.Command(callerOf(chosen.member()), meeting)));
      note(chosen.member() + " cannot come to " + meeting + " " + refused);
      if (refused.isEmpty()) {
        wasLeft.add(meeting);
      }
    }
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

  /** Delivers everything, some of it twice, and lets all pools come to rest; then looks. */
  private void rest() {
    for (List<OutboxMessage> due = community.messages();
        !due.isEmpty();
        due = community.messages()) {
      List<OutboxMessage> batch = due;
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
      community
          .transactions()
          .writeOnly(
              () -> community.outbox().remove(batch.stream().map(OutboxMessage::id).toList()));
    }
    community.runAllPools();
    look();
  }

  private void look() {
    Instant now = community.clock().now();
    List<MatchRequest.Snapshot> all = all();
    for (MatchRequest.Snapshot request : all) {
      MatchRequest.Snapshot before = seen.put(request.id(), request);
      if (before != null) {
        assertThat(WAYS.get(before.status()))
            .as(() -> request.id() + told())
            .contains(request.status());
      }
      if (request.status() == MatchRequestStatus.WAITING) {
        assertThat(request.expiresAt())
            .as(() -> request + " is overdue; leads: " + request.leader().map(this::find) + told())
            .isAfter(now);
      }
    }
    nobodyHasTwoLiveRequests(all);
    groupsAreWhole(all);
    nobodyIsStranded(all, now);
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
      if (wasLeft.contains(group.getKey())) {
        continue;
      }
      assertThat(meeting.status())
          .as(() -> group.getKey() + told())
          .isEqualTo(MeetingStatus.UPCOMING);
      if (!wasLeft.contains(group.getKey())) {
        assertThat(Set.copyOf(meeting.members()))
            .as(() -> group.getKey() + told())
            .isEqualTo(group.getValue());
      }
      assertThat(meeting.members()).as(told()).doesNotHaveDuplicates().hasSizeBetween(2, 4);
      noNewcomerIsKeptApart(group.getKey(), Set.copyOf(meeting.members()));
    }
    groupsSuitTheirMembers(all, meetings);
  }

  /** Who came together since the last look had not blocked each other by then. */
  private void noNewcomerIsKeptApart(MeetingId meeting, Set<MemberId> members) {
    Set<MemberId> before = together.getOrDefault(meeting, Set.of());
    for (MemberId one : members) {
      for (MemberId other : members) {
        if (!one.equals(other) && !before.contains(one) && !areFriends(meeting, one, other)) {
          assertThat(blockedAtLastLook.contains(Set.of(one, other)) && areApart(one, other))
              .as(() -> one + " and " + other + " in " + meeting + told())
              .isFalse();
        }
      }
    }
    together.put(meeting, members);
  }

  /** Whether they came to a meeting as one party. */
  private boolean areFriends(MeetingId meeting, MemberId one, MemberId other) {
    return all().stream()
        .filter(request -> request.meeting().equals(Optional.of(meeting)))
        .anyMatch(request -> request.members().containsAll(List.of(one, other)));
  }

  private Set<Set<MemberId>> blockedAtLastLook = Set.of();

  private void groupsSuitTheirMembers(
      List<MatchRequest.Snapshot> all, Map<MeetingId, Participation> meetings) {
    Map<MeetingId, List<MatchRequest.Snapshot>> byMeeting =
        all.stream()
            .filter(request -> request.leads() && request.meeting().isPresent())
            .collect(Collectors.groupingBy(request -> request.meeting().orElseThrow()));
    byMeeting.forEach((meeting, requests) -> {
      if (!wasLeft.contains(meeting)) {
        int people = Optional.ofNullable(meetings.get(meeting)).orElseThrow().members().size();
        for (MatchRequest.Snapshot request : requests) {
          boolean mayBeSmaller =
              request.wish().relaxations().stream().anyMatch(step -> step.name().equals("size"));
          assertThat(people)
              .as(() -> request + told())
              .isBetween(
                  mayBeSmaller ? 2 : request.wish().size().min(), request.wish().size().max());
        }
        Optional<AllOf> common = Optional.of(AllOf.ANYTHING);
        for (MatchRequest.Snapshot request : requests) {
          AllOf widest = request.conditionAt(Instant.MAX.minus(Duration.ofDays(1)));
          common = common.flatMap(widest::meet);
        }
        assertThat(common).as(() -> meeting + told()).isPresent();
      }
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
    Set<Set<MemberId>> blocked = new HashSet<>();
    blocks.forEach((one, others) -> others.forEach(other -> blocked.add(Set.of(one, other))));
    blockedAtLastLook = blocked;
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
    return community
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
      List<Notification> told = community.told(member);
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
