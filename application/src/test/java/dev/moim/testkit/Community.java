package dev.moim.testkit;

import dev.moim.application.audit.service.AuditUseCases;
import dev.moim.application.matching.service.MatchingNeighbours;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.service.AdministrationUseCases;
import dev.moim.application.member.service.ExportUseCases;
import dev.moim.application.member.service.MemberPorts;
import dev.moim.application.member.service.MemberServices;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.member.service.PersonalBlockUseCases;
import dev.moim.application.member.service.SessionUseCases;
import dev.moim.application.moderation.service.ModerationUseCases;
import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.service.NotificationUseCases;
import dev.moim.application.room.service.RoomNeighbours;
import dev.moim.application.room.service.RoomPorts;
import dev.moim.application.room.service.RoomSettings;
import dev.moim.application.room.service.RoomUseCases;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.OutboxMessage;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Role;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.audit.InMemoryAuditLog;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.matching.InMemoryMatchProposals;
import dev.moim.testkit.matching.InMemoryMatchRequests;
import dev.moim.testkit.matching.Neighbours;
import dev.moim.testkit.matching.RaisedPools;
import dev.moim.testkit.meeting.InMemoryAbsences;
import dev.moim.testkit.meeting.InMemoryMeetings;
import dev.moim.testkit.meeting.InMemoryReviews;
import dev.moim.testkit.meeting.InMemoryScores;
import dev.moim.testkit.member.FakeAccessTokens;
import dev.moim.testkit.member.FakeLinkTokens;
import dev.moim.testkit.member.FakePasswordHasher;
import dev.moim.testkit.member.FakePictureReader;
import dev.moim.testkit.member.FakeRefreshSecrets;
import dev.moim.testkit.member.FewCommonPasswords;
import dev.moim.testkit.member.InMemoryIdentities;
import dev.moim.testkit.member.InMemoryMailedLinks;
import dev.moim.testkit.member.InMemoryMembers;
import dev.moim.testkit.member.InMemoryPersonalBlocks;
import dev.moim.testkit.member.InMemoryPictures;
import dev.moim.testkit.member.InMemorySessions;
import dev.moim.testkit.member.InMemorySignInAttempts;
import dev.moim.testkit.member.InMemoryWarnings;
import dev.moim.testkit.member.RecordingMemberMails;
import dev.moim.testkit.moderation.InMemoryReports;
import dev.moim.testkit.notification.InMemoryNotifications;
import dev.moim.testkit.room.InMemoryComments;
import dev.moim.testkit.room.InMemoryRooms;
import dev.moim.testkit.shared.DisturbedTransactions;
import dev.moim.testkit.shared.InMemoryDeadLetters;
import dev.moim.testkit.shared.InMemoryInbox;
import dev.moim.testkit.shared.InMemoryOutbox;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.LocalLocks;
import dev.moim.testkit.shared.MapCache;
import dev.moim.testkit.shared.RecordingPause;
import dev.moim.testkit.shared.RememberingEventCodec;
import dev.moim.testkit.shared.SeededRandomness;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A community in memory: all use cases, wired to fakes as the program wires them to adapters. Time
 * stands still until it is set, and events arrive when {@link #deliver} is called.
 */
public final class Community {
  private final AtomicInteger signals = new AtomicInteger();
  private final SettableClock clock = new SettableClock();
  private final Ids ids = new SequentialIds();
  private final EventCodec codec = new RememberingEventCodec();
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryOutbox outbox =
      new InMemoryOutbox(store, codec, signals::incrementAndGet, ids, clock);
  private final FakePasswordHasher hasher;
  private final InMemoryMatchRequests matchRequests = new InMemoryMatchRequests(store);
  private final DisturbedTransactions transactions;
  private final RecordingMemberMails mails = new RecordingMemberMails();
  private final DeadLetters deadLetters = new InMemoryDeadLetters(store);
  private final MemberUseCases members;
  private final SessionUseCases sessions;
  private final AdministrationUseCases administration;
  private final PersonalBlockUseCases blocks;
  private final MeetingUseCases meetings;
  private final RoomUseCases rooms;
  private final MatchingPorts matchingPorts;
  private final MatchingNeighbours matchingNeighbours;
  private final MatchingSettings matchingSettings;
  private volatile MatchingUseCases matching;
  private final NotificationUseCases notifications;
  private final ExportUseCases export;
  private final ModerationUseCases moderation;
  private final AuditUseCases audit;
  private final List<EventConsumer> consumers;
  private final RaisedPools raisedPools = new RaisedPools();
  private final Categories categories;

  public Community() {
    this(SampleCategories.ALL, 42);
  }

  public Community(Categories categories, long seed) {
    this(categories, MatchingSettings.DEFAULT, seed);
  }

  /** With settings of random matching. */
  public Community(Categories categories, MatchingSettings settings, long seed) {
    this(categories, settings, seed, new FakePasswordHasher());
  }

  /** With another hasher than the fake, to measure with. */
  public Community(PasswordHasher used) {
    this(SampleCategories.ALL, MatchingSettings.DEFAULT, 42, new FakePasswordHasher(), used);
  }

  private Community(
      Categories categories, MatchingSettings settings, long seed, FakePasswordHasher hasher) {
    this(categories, settings, seed, hasher, hasher);
  }

  private Community(
      Categories categories,
      MatchingSettings matchingSettings,
      long seed,
      FakePasswordHasher hasher,
      PasswordHasher used) {
    this.categories = categories;
    this.hasher = hasher;
    var randomness = new SeededRandomness(seed);
    transactions =
        new DisturbedTransactions(
            new RetryingTransactions(
                new InMemoryTransactions(store),
                RetryPolicy.DEFAULT,
                randomness,
                new RecordingPause()));
    var allMembers = new InMemoryMembers(store);
    var sessions = new InMemorySessions(store, allMembers);
    var services =
        MemberServices.of(
            new MemberPorts(
                new MemberPorts.Store(
                    allMembers,
                    allMembers,
                    allMembers,
                    sessions,
                    sessions,
                    new InMemoryMailedLinks(store),
                    new InMemoryWarnings(store),
                    new InMemoryIdentities(store),
                    new InMemoryPictures(store),
                    new InMemoryPersonalBlocks(store)),
                new MemberPorts.Secrets(
                    used,
                    new FewCommonPasswords(),
                    new FakeAccessTokens(),
                    new FakeRefreshSecrets(),
                    new FakeLinkTokens()),
                mails,
                new InMemorySignInAttempts(),
                new FakePictureReader(),
                new MapCache<>(),
                transactions,
                outbox,
                deadLetters,
                ids,
                randomness,
                clock),
            MemberSettings.DEFAULT);
    members = MemberUseCases.of(services);
    this.sessions = SessionUseCases.of(services);
    administration = AdministrationUseCases.of(services);
    blocks = PersonalBlockUseCases.of(services);
    var allRooms = new InMemoryRooms(store);
    var allMeetings = new InMemoryMeetings(store);
    meetings =
        MeetingUseCases.of(
            allMeetings,
            new InMemoryAbsences(store),
            new InMemoryReviews(store),
            new InMemoryScores(store, allMeetings),
            members.nameMembers(),
            MeetingSettings.DEFAULT,
            transactions,
            outbox,
            ids,
            clock);
    rooms =
        RoomUseCases.of(
            new RoomPorts(
                allRooms,
                allRooms,
                allRooms,
                new InMemoryComments(store),
                transactions,
                outbox,
                ids,
                clock),
            new RoomNeighbours(
                meetings.formMeeting(),
                meetings.joinMeeting(),
                meetings.findMeetings(),
                members.nameMembers(),
                members.checkActive(),
                blocks.keptApart()),
            categories,
            RoomSettings.DEFAULT);
    matchingPorts =
        new MatchingPorts(
            matchRequests,
            new InMemoryMatchProposals(store),
            raisedPools,
            new LocalLocks(),
            transactions,
            outbox,
            ids,
            clock);
    matchingNeighbours = Neighbours.of(meetings, members, blocks, rooms);
    this.matchingSettings = matchingSettings;
    restartMatching();
    notifications =
        NotificationUseCases.of(
            new InMemoryNotifications(store),
            members.nameMembers(),
            rooms.findHiddenRooms(),
            new InMemoryInbox(store, outbox, clock),
            transactions,
            ids,
            clock);
    var reports = new InMemoryReports(store);
    moderation =
        ModerationUseCases.of(
            reports,
            reports,
            List.of(members.reportable(), rooms.reportable(), rooms.reportableComments()),
            administration.warnMember(),
            members.nameMembers(),
            transactions,
            outbox,
            ids,
            clock);
    audit =
        AuditUseCases.of(
            new InMemoryAuditLog(store),
            members.nameMembers(),
            new InMemoryInbox(store, outbox, clock),
            transactions,
            ids);
    consumers =
        List.of(
            members.mailer(),
            rooms.seats(),
            rooms.refill(),
            rooms.erasedComments(),
            notifications.writer(),
            audit.writer());
    export =
        ExportUseCases.of(
            List.of(
                members.personalData(),
                rooms.personalData(),
                matching.personalData(),
                meetings.personalData(),
                notifications.personalData(),
                moderation.personalData()));
  }

  public SettableClock clock() {
    return clock;
  }

  public Ids ids() {
    return ids;
  }

  public Transactions transactions() {
    return transactions;
  }

  public InMemoryOutbox outbox() {
    return outbox;
  }

  public InMemoryMatchRequests matchRequests() {
    return matchRequests;
  }

  /** What random matching is wired to, to wire another one to it. */
  public MatchingPorts matchingPorts() {
    return matchingPorts;
  }

  /** What random matching asks of others, to wire another one to it. */
  public MatchingNeighbours matchingNeighbours() {
    return matchingNeighbours;
  }

  public FakePasswordHasher hasher() {
    return hasher;
  }

  public MemberUseCases members() {
    return members;
  }

  public SessionUseCases sessions() {
    return sessions;
  }

  public AdministrationUseCases administration() {
    return administration;
  }

  public PersonalBlockUseCases blocks() {
    return blocks;
  }

  /** What members were mailed. */
  public RecordingMemberMails mails() {
    return mails;
  }

  /** The messages that nobody could handle. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  public MeetingUseCases meetings() {
    return meetings;
  }

  public RoomUseCases rooms() {
    return rooms;
  }

  public MatchingUseCases matching() {
    return matching;
  }

  public NotificationUseCases notifications() {
    return notifications;
  }

  public ModerationUseCases moderation() {
    return moderation;
  }

  public AuditUseCases audit() {
    return audit;
  }

  public ExportUseCases export() {
    return export;
  }

  /** How often the relay was told that messages wait. */
  public int signals() {
    return signals.get();
  }

  /** Somebody who has just signed up. */
  public Caller newcomer(String nickname) {
    MemberView member =
        members
            .signUp()
            .signUp(
                new SignUp.Command(
                    nickname, nickname + "@example.org", "correct horse", Language.KO));
    return new Caller(member.id(), member.role());
  }

  /** Somebody who has just signed up, and whom the operator made an admin. */
  public Caller admin(String nickname) {
    Caller member = newcomer(nickname);
    administration
        .appointAdmin()
        .appoint(
            new AppointAdmin.Command(nickname + "@example.org", nickname, () -> "correct horse"));
    return new Caller(member.id(), Role.ADMIN);
  }

  /** Somebody who has just signed up, and whom an admin gave a role. */
  public Caller newcomer(String nickname, Role role, Caller by) {
    Caller member = newcomer(nickname);
    administration.grantRole().grant(new GrantRole.Command(by, Origin.OPERATOR, member.id(), role));
    return new Caller(member.id(), role);
  }

  /** The messages that wait in the outbox. */
  public List<OutboxMessage> messages() {
    return transactions.read(() -> outbox.after(0, Integer.MAX_VALUE));
  }

  /** The events that wait in the outbox. */
  public List<DomainEvent> events() {
    return messages().stream().map(this::event).toList();
  }

  private DomainEvent event(OutboxMessage message) {
    return codec.decode(new EventCodec.Encoded(message.type(), message.payload()));
  }

  /** Hands messages to every consumer, and leaves them in the outbox. */
  public void handle(List<OutboxMessage> messages) {
    for (OutboxMessage message : messages) {
      DomainEvent event = event(message);
      matching.hearing().handle(message.id(), event);
      consumers.forEach(consumer -> consumer.handle(message.id(), event));
    }
  }

  /**
   * As {@link #handle}, but what matching makes of them another program does: this one's pools hear
   * nothing of it.
   */
  public void handleElsewhere(List<OutboxMessage> messages) {
    MatchingUseCases elsewhere = newMatching();
    for (OutboxMessage message : messages) {
      DomainEvent event = event(message);
      elsewhere.hearing().handle(message.id(), event);
      consumers.forEach(consumer -> consumer.handle(message.id(), event));
    }
  }

  /**
   * Hands everything in the outbox to every consumer, and runs the pools that are signalled, until
   * nothing is left.
   */
  public void deliver() {
    while (!messages().isEmpty()) {
      handOut();
      categories.all().stream()
          .map(Category::key)
          .filter(raisedPools::take)
          .forEach(matching.runPool()::run);
    }
  }

  private void handOut() {
    List<OutboxMessage> due = messages();
    handle(due);
    transactions.writeOnly(() -> outbox.remove(due.stream().map(OutboxMessage::id).toList()));
  }

  /**
   * Hands everything in the outbox to every consumer; but before a pool is run the program is
   * killed. Then it starts anew.
   */
  public void killAfterDelivery() {
    handOut();
    restartMatching();
    runAllPools();
  }

  /** Forgets what matching has in memory, as when the program is started anew. */
  public void restartMatching() {
    matching = newMatching();
  }

  private MatchingUseCases newMatching() {
    return MatchingUseCases.of(
        matchingPorts,
        matchingNeighbours,
        categories,
        matchingSettings,
        MemberSettings.DEFAULT.zone());
  }

  /**
   * Lets something happen before each write transaction that is not part of another, on the thread
   * that is about to write: between what it has decided and what it stores.
   */
  public void disturb(Runnable disturbance) {
    transactions.disturb(disturbance);
  }

  /** Lets the time go on: runs all pools and jobs of matching, and delivers what came of it. */
  public void passTime(Duration time) {
    clock.advance(time);
    runAllPools();
    matching.expireProposals().expire();
    matching.expireMatchRequests().expire();
    deliver();
  }

  /** Runs all pools, as at the start and by the clock, and delivers what came of it. */
  public void runAllPools() {
    categories.all().forEach(category -> matching.runPool().run(category.key()));
    deliver();
  }

  /** What a member was told, the latest first, after all events have arrived. */
  public List<Notification> told(Caller member) {
    deliver();
    ListNotifications.Result result =
        notifications.listNotifications().list(member, PageRequest.first(PageRequest.MOST));
    return result.page().items();
  }
}
