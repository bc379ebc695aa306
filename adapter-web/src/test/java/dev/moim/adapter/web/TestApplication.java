package dev.moim.adapter.web;

import dev.moim.adapter.web.limits.AdmissionSettings;
import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.adapter.web.provider.ProvidersSettings;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.signature.ClientSignatureSettings;
import dev.moim.application.audit.service.AuditUseCases;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.matching.service.PoolSettings;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.service.AdministrationUseCases;
import dev.moim.application.member.service.ExportUseCases;
import dev.moim.application.member.service.MemberPorts;
import dev.moim.application.member.service.MemberServices;
import dev.moim.application.member.service.MemberSettings;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.member.service.PersonalBlockUseCases;
import dev.moim.application.member.service.SessionUseCases;
import dev.moim.application.moderation.service.ModerationUseCases;
import dev.moim.application.notification.service.NotificationUseCases;
import dev.moim.application.room.service.RoomNeighbours;
import dev.moim.application.room.service.RoomPorts;
import dev.moim.application.room.service.RoomSettings;
import dev.moim.application.room.service.RoomUseCases;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.Caches;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.member.Backoff;
import dev.moim.testkit.audit.InMemoryAuditLog;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.matching.InMemoryMatchProposals;
import dev.moim.testkit.matching.InMemoryMatchRequests;
import dev.moim.testkit.matching.Neighbours;
import dev.moim.testkit.meeting.InMemoryAbsences;
import dev.moim.testkit.meeting.InMemoryMeetings;
import dev.moim.testkit.meeting.InMemoryReviews;
import dev.moim.testkit.meeting.InMemoryScores;
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
import dev.moim.testkit.shared.InMemoryDeadLetters;
import dev.moim.testkit.shared.InMemoryIdempotentAnswers;
import dev.moim.testkit.shared.InMemoryInbox;
import dev.moim.testkit.shared.InMemoryOutbox;
import dev.moim.testkit.shared.InMemoryRateLimits;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import dev.moim.testkit.shared.InMemoryUsedOnce;
import dev.moim.testkit.shared.LocalLocks;
import dev.moim.testkit.shared.MapCache;
import dev.moim.testkit.shared.RecordingPause;
import dev.moim.testkit.shared.RememberingEventCodec;
import dev.moim.testkit.shared.SeededRandomness;
import dev.moim.testkit.shared.SequentialIds;
import dev.moim.testkit.shared.SettableClock;
import dev.moim.testkit.shared.TemporaryFolders;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.ReflectionUtils;

/** The web adapter on real use cases, which run on fakes of the driven ports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, TestApplication.OneBeanEach.class})
class TestApplication {
  @Bean
  WebSettings webSettings() {
    return WebSettings.in(TemporaryFolders.create("moim-web"));
  }

  @Bean
  LimitSettings limitSettings() {
    return LimitSettings.of(1_000_000, Duration.ofSeconds(1));
  }

  @Bean
  AdmissionSettings admissionSettings() {
    return new AdmissionSettings(
        10_000, 10_000, Duration.ofMinutes(1), 10_000, Duration.ofMinutes(1));
  }

  @Bean
  RateLimits rateLimits(SettableClock clock) {
    return new InMemoryRateLimits(clock);
  }

  @Bean
  Caches caches() {
    return new Caches() {
      @Override
      public <K, V> Cache<K, V> named(String name, Duration timeToLive, int most) {
        return new MapCache<>();
      }
    };
  }

  @Bean
  UsedOnce usedOnce(SettableClock clock) {
    return new InMemoryUsedOnce(clock);
  }

  @Bean
  ClientSignatureSettings clientSignatureSettings() {
    return ClientSignatureSettings.NONE;
  }

  @Bean
  ProvidersSettings providersSettings() {
    return ProvidersSettings.NONE;
  }

  @Bean
  Reach reach() {
    return Reach.DIRECT;
  }

  @Bean
  Categories categories() {
    return SampleCategories.ALL;
  }

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }

  @Bean
  SequentialIds ids() {
    return new SequentialIds();
  }

  @Bean
  SeededRandomness randomness() {
    return new SeededRandomness(2);
  }

  @Bean
  InMemoryStore store() {
    return new InMemoryStore();
  }

  @Bean
  Transactions transactions(InMemoryStore store) {
    return new RetryingTransactions(
        new InMemoryTransactions(store),
        RetryPolicy.DEFAULT,
        new SeededRandomness(1),
        new RecordingPause());
  }

  @Bean
  InMemoryOutbox outbox(InMemoryStore store, SequentialIds ids, SettableClock clock) {
    return new InMemoryOutbox(store, new RememberingEventCodec(), () -> {}, ids, clock);
  }

  @Bean
  IdempotentAnswers idempotentAnswers(InMemoryStore store) {
    return new InMemoryIdempotentAnswers(store);
  }

  @Bean
  InMemoryMembers members(InMemoryStore store) {
    return new InMemoryMembers(store);
  }

  @Bean
  InMemoryNotifications notifications(InMemoryStore store) {
    return new InMemoryNotifications(store);
  }

  @Bean
  InMemorySessions sessions(InMemoryStore store, InMemoryMembers members) {
    return new InMemorySessions(store, members);
  }

  @Bean
  OpenSessions openSessions(
      InMemoryMembers members,
      InMemorySessions sessions,
      AccessTokens accessTokens,
      Transactions transactions,
      SettableClock clock) {
    return new OpenSessions(members, sessions, accessTokens, transactions, clock);
  }

  @Bean
  RecordingMemberMails mails() {
    return new RecordingMemberMails();
  }

  @Bean
  MemberServices memberServices(
      InMemoryMembers members,
      InMemorySessions sessions,
      InMemoryStore store,
      RecordingMemberMails mails,
      PasswordHasher hasher,
      CommonPasswords commonPasswords,
      AccessTokens accessTokens,
      RefreshSecrets refreshSecrets,
      LinkTokens linkTokens,
      PictureReader pictureReader,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SeededRandomness randomness,
      SettableClock clock) {
    return MemberServices.of(
        new MemberPorts(
            new MemberPorts.Store(
                members,
                members,
                members,
                sessions,
                sessions,
                new InMemoryMailedLinks(store),
                new InMemoryWarnings(store),
                new InMemoryIdentities(store),
                new InMemoryPictures(store),
                new InMemoryPersonalBlocks(store)),
            new MemberPorts.Secrets(
                hasher, commonPasswords, accessTokens, refreshSecrets, linkTokens),
            mails,
            new InMemorySignInAttempts(),
            pictureReader,
            new MapCache<>(),
            transactions,
            outbox,
            new InMemoryDeadLetters(store),
            ids,
            randomness,
            clock),
        patient());
  }

  /** All tests come from one address, and some sign in wrongly on purpose. */
  private static MemberSettings patient() {
    MemberSettings usual = MemberSettings.DEFAULT;
    Backoff backoff =
        new Backoff(
            Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));
    return new MemberSettings(usual.zone(), usual.blocks(), backoff, backoff);
  }

  @Bean
  MemberUseCases memberUseCases(MemberServices services) {
    return MemberUseCases.of(services);
  }

  @Bean
  SessionUseCases sessionUseCases(MemberServices services) {
    return SessionUseCases.of(services);
  }

  @Bean
  AdministrationUseCases administrationUseCases(MemberServices services) {
    return AdministrationUseCases.of(services);
  }

  @Bean
  PersonalBlockUseCases personalBlockUseCases(MemberServices services) {
    return PersonalBlockUseCases.of(services);
  }

  @Bean
  ExportUseCases exportUseCases(MemberUseCases members) {
    return ExportUseCases.of(
        List.of(
            members.personalData(),
            member ->
                Map.of("madeBy", List.of(Map.of("thread", Thread.currentThread().getName())))));
  }

  @Bean
  MeetingUseCases meetingUseCases(
      InMemoryStore store,
      MemberUseCases members,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    var meetings = new InMemoryMeetings(store);
    return MeetingUseCases.of(
        meetings,
        new InMemoryAbsences(store),
        new InMemoryReviews(store),
        new InMemoryScores(store, meetings),
        members.nameMembers(),
        MeetingSettings.DEFAULT,
        transactions,
        outbox,
        ids,
        clock);
  }

  @Bean
  RoomUseCases roomUseCases(
      InMemoryStore store,
      Categories categories,
      MeetingUseCases meetings,
      MemberUseCases members,
      PersonalBlockUseCases blocks,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    InMemoryRooms rooms = new InMemoryRooms(store);
    return RoomUseCases.of(
        new RoomPorts(
            rooms, rooms, rooms, new InMemoryComments(store), transactions, outbox, ids, clock),
        new RoomNeighbours(
            meetings.formMeeting(),
            meetings.joinMeeting(),
            meetings.findMeetings(),
            members.nameMembers(),
            members.checkActive(),
            blocks.keptApart()),
        categories,
        RoomSettings.DEFAULT);
  }

  @Bean
  MatchingUseCases matchingUseCases(
      InMemoryStore store,
      Categories categories,
      MeetingUseCases meetings,
      MemberUseCases members,
      PersonalBlockUseCases blocks,
      RoomUseCases rooms,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    return MatchingUseCases.of(
        new MatchingPorts(
            new InMemoryMatchRequests(store),
            new InMemoryMatchProposals(store),
            pool -> {},
            new LocalLocks(),
            transactions,
            outbox,
            ids,
            clock),
        Neighbours.of(meetings, members, blocks, rooms),
        categories,
        new MatchingSettings(
            Map.of(
                new CategoryKey("study"),
                PoolSettings.DEFAULT.withAcceptance(Duration.ofMinutes(2)))),
        MemberSettings.DEFAULT.zone());
  }

  @Bean
  NotificationUseCases notificationUseCases(
      InMemoryNotifications notifications,
      MemberUseCases members,
      RoomUseCases rooms,
      InMemoryStore store,
      InMemoryOutbox outbox,
      Transactions transactions,
      SequentialIds ids,
      SettableClock clock) {
    return NotificationUseCases.of(
        notifications,
        members.nameMembers(),
        rooms.findHiddenRooms(),
        new InMemoryInbox(store, outbox, clock),
        transactions,
        ids,
        clock);
  }

  @Bean
  ModerationUseCases moderationUseCases(
      InMemoryStore store,
      MemberUseCases members,
      RoomUseCases rooms,
      AdministrationUseCases administration,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    InMemoryReports reports = new InMemoryReports(store);
    return ModerationUseCases.of(
        reports,
        reports,
        List.of(members.reportable(), rooms.reportable(), rooms.reportableComments()),
        administration.warnMember(),
        members.nameMembers(),
        transactions,
        outbox,
        ids,
        clock);
  }

  @Bean
  InMemoryAuditLog auditLog(InMemoryStore store) {
    return new InMemoryAuditLog(store);
  }

  @Bean
  AuditUseCases auditUseCases(
      InMemoryAuditLog log,
      MemberUseCases members,
      InMemoryStore store,
      InMemoryOutbox outbox,
      Transactions transactions,
      SequentialIds ids,
      SettableClock clock) {
    return AuditUseCases.of(
        log, members.nameMembers(), new InMemoryInbox(store, outbox, clock), transactions, ids);
  }

  /** Makes a bean of each use case, as the program does. */
  static final class OneBeanEach implements BeanRegistrar {
    private static final List<Class<? extends Record>> FAMILIES =
        List.of(
            MemberUseCases.class,
            SessionUseCases.class,
            AdministrationUseCases.class,
            PersonalBlockUseCases.class,
            ExportUseCases.class,
            MeetingUseCases.class,
            RoomUseCases.class,
            MatchingUseCases.class,
            NotificationUseCases.class,
            ModerationUseCases.class,
            AuditUseCases.class);

    @Override
    public void register(BeanRegistry registry, Environment environment) {
      for (Class<? extends Record> family : FAMILIES) {
        for (RecordComponent useCase : family.getRecordComponents()) {
          register(registry, family, useCase, useCase.getType());
        }
      }
    }

    private static <T> void register(
        BeanRegistry registry,
        Class<? extends Record> family,
        RecordComponent useCase,
        Class<T> type) {
      registry.registerBean(
          family.getSimpleName() + "." + useCase.getName(),
          type,
          spec ->
              spec.supplier(context ->
                  type.cast(
                      Objects.requireNonNull(
                          ReflectionUtils.invokeMethod(
                              useCase.getAccessor(), context.bean(family))))));
    }
  }
}
