package dev.moim.adapter.web;

import dev.moim.adapter.web.limits.LimitSettings;
import dev.moim.adapter.web.shared.Reach;
import dev.moim.adapter.web.signature.ClientSignatureSettings;
import dev.moim.application.matching.port.in.CancelMatchRequest;
import dev.moim.application.matching.port.in.ListMatchRequests;
import dev.moim.application.matching.port.in.RunMatchingPass;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.matching.port.in.ViewMatchRequest;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.meeting.port.in.ListMeetings;
import dev.moim.application.meeting.port.in.ViewMeeting;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.port.in.RenewSession;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignOut;
import dev.moim.application.member.port.in.SignOutEverywhere;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.ViewOwnAccount;
import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.notification.port.in.ListNotifications;
import dev.moim.application.notification.port.in.MarkNotificationsRead;
import dev.moim.application.notification.service.NotificationUseCases;
import dev.moim.application.room.port.in.CancelRoom;
import dev.moim.application.room.port.in.ConfirmRoom;
import dev.moim.application.room.port.in.JoinRoom;
import dev.moim.application.room.port.in.LeaveRoom;
import dev.moim.application.room.port.in.ListRooms;
import dev.moim.application.room.port.in.OpenRoom;
import dev.moim.application.room.port.in.ViewRoom;
import dev.moim.application.room.service.RoomUseCases;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.RetryPolicy;
import dev.moim.application.shared.RetryingTransactions;
import dev.moim.application.shared.Transactions;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.condition.Categories;
import dev.moim.testkit.condition.SampleCategories;
import dev.moim.testkit.matching.InMemoryMatchRequests;
import dev.moim.testkit.meeting.InMemoryMeetings;
import dev.moim.testkit.member.InMemoryMembers;
import dev.moim.testkit.member.InMemorySessions;
import dev.moim.testkit.notification.InMemoryNotifications;
import dev.moim.testkit.room.InMemoryRooms;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The web adapter on real use cases, which run on fakes of the driven ports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebConfiguration.class)
class TestApplication {
  @Bean
  WebSettings webSettings() {
    try {
      return WebSettings.in(Files.createTempDirectory("moim-web"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  LimitSettings limitSettings() {
    return LimitSettings.of(1_000_000, Duration.ofSeconds(1));
  }

  @Bean
  RateLimits rateLimits(SettableClock clock) {
    return new InMemoryRateLimits(clock);
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
  MemberUseCases memberUseCases(
      InMemoryMembers members,
      InMemoryStore store,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    return MemberUseCases.of(
        members,
        members,
        new MapCache<>(),
        new InMemorySessions(store),
        hasher,
        accessTokens,
        transactions,
        outbox,
        ids,
        new SeededRandomness(2),
        clock);
  }

  @Bean
  MeetingUseCases meetingUseCases(
      InMemoryStore store,
      MemberUseCases members,
      Transactions transactions,
      SequentialIds ids,
      SettableClock clock) {
    return MeetingUseCases.of(
        new InMemoryMeetings(store), members.nameMembers(), transactions, ids, clock);
  }

  @Bean
  RoomUseCases roomUseCases(
      InMemoryStore store,
      Categories categories,
      MeetingUseCases meetings,
      MemberUseCases members,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    InMemoryRooms rooms = new InMemoryRooms(store);
    return RoomUseCases.of(
        rooms,
        rooms,
        categories,
        meetings.formMeeting(),
        members.nameMembers(),
        transactions,
        outbox,
        ids,
        clock);
  }

  @Bean
  MatchingUseCases matchingUseCases(
      InMemoryStore store,
      Categories categories,
      MeetingUseCases meetings,
      Transactions transactions,
      InMemoryOutbox outbox,
      SequentialIds ids,
      SettableClock clock) {
    return MatchingUseCases.of(
        new InMemoryMatchRequests(store),
        categories,
        meetings.formMeeting(),
        new LocalLocks(),
        transactions,
        outbox,
        ids,
        clock);
  }

  @Bean
  NotificationUseCases notificationUseCases(
      InMemoryNotifications notifications,
      MemberUseCases members,
      InMemoryStore store,
      Transactions transactions,
      SequentialIds ids,
      SettableClock clock) {
    return NotificationUseCases.of(
        notifications, members.nameMembers(), new InMemoryInbox(store), transactions, ids, clock);
  }

  @Bean
  SignUp signUp(MemberUseCases of) {
    return of.signUp();
  }

  @Bean
  SignIn signIn(MemberUseCases of) {
    return of.signIn();
  }

  @Bean
  RenewSession renewSession(MemberUseCases of) {
    return of.renewSession();
  }

  @Bean
  SignOut signOut(MemberUseCases of) {
    return of.signOut();
  }

  @Bean
  SignOutEverywhere signOutEverywhere(MemberUseCases of) {
    return of.signOutEverywhere();
  }

  @Bean
  ViewOwnAccount viewOwnAccount(MemberUseCases of) {
    return of.viewOwnAccount();
  }

  @Bean
  OpenRoom openRoom(RoomUseCases of) {
    return of.openRoom();
  }

  @Bean
  JoinRoom joinRoom(RoomUseCases of) {
    return of.joinRoom();
  }

  @Bean
  LeaveRoom leaveRoom(RoomUseCases of) {
    return of.leaveRoom();
  }

  @Bean
  CancelRoom cancelRoom(RoomUseCases of) {
    return of.cancelRoom();
  }

  @Bean
  ConfirmRoom confirmRoom(RoomUseCases of) {
    return of.confirmRoom();
  }

  @Bean
  ViewRoom viewRoom(RoomUseCases of) {
    return of.viewRoom();
  }

  @Bean
  ListRooms listRooms(RoomUseCases of) {
    return of.listRooms();
  }

  @Bean
  SubmitMatchRequest submitMatchRequest(MatchingUseCases of) {
    return of.submitMatchRequest();
  }

  @Bean
  CancelMatchRequest cancelMatchRequest(MatchingUseCases of) {
    return of.cancelMatchRequest();
  }

  @Bean
  ViewMatchRequest viewMatchRequest(MatchingUseCases of) {
    return of.viewMatchRequest();
  }

  @Bean
  ListMatchRequests listMatchRequests(MatchingUseCases of) {
    return of.listMatchRequests();
  }

  @Bean
  RunMatchingPass runMatchingPass(MatchingUseCases of) {
    return of.runMatchingPass();
  }

  @Bean
  ViewMeeting viewMeeting(MeetingUseCases of) {
    return of.viewMeeting();
  }

  @Bean
  ListMeetings listMeetings(MeetingUseCases of) {
    return of.listMeetings();
  }

  @Bean
  ListNotifications listNotifications(NotificationUseCases of) {
    return of.listNotifications();
  }

  @Bean
  MarkNotificationsRead markNotificationsRead(NotificationUseCases of) {
    return of.markNotificationsRead();
  }
}
