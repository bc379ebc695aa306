package dev.moim.bootstrap;

import dev.moim.application.audit.port.out.AuditLog;
import dev.moim.application.audit.service.AuditUseCases;
import dev.moim.application.matching.port.out.MatchProposals;
import dev.moim.application.matching.port.out.MatchRequests;
import dev.moim.application.matching.port.out.PoolSignal;
import dev.moim.application.matching.service.MatchingNeighbours;
import dev.moim.application.matching.service.MatchingPorts;
import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.application.matching.service.MatchingUseCases;
import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.application.meeting.port.out.Absences;
import dev.moim.application.meeting.port.out.Meetings;
import dev.moim.application.meeting.port.out.Reviews;
import dev.moim.application.meeting.port.out.Scores;
import dev.moim.application.meeting.service.MeetingSettings;
import dev.moim.application.meeting.service.MeetingUseCases;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.service.AdministrationUseCases;
import dev.moim.application.member.service.ExportUseCases;
import dev.moim.application.member.service.MemberServices;
import dev.moim.application.member.service.MemberUseCases;
import dev.moim.application.member.service.PersonalBlockUseCases;
import dev.moim.application.member.service.SessionUseCases;
import dev.moim.application.moderation.port.out.ReportLists;
import dev.moim.application.moderation.port.out.Reports;
import dev.moim.application.moderation.service.ModerationUseCases;
import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.notification.service.NotificationUseCases;
import dev.moim.application.room.port.out.Comments;
import dev.moim.application.room.port.out.OpenSeats;
import dev.moim.application.room.port.out.RoomList;
import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.room.service.RoomNeighbours;
import dev.moim.application.room.service.RoomPorts;
import dev.moim.application.room.service.RoomSettings;
import dev.moim.application.room.service.RoomUseCases;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.shared.Clock;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.ReflectionUtils;

/**
 * The use cases of all contexts, wired to the adapters' ports. Each component of a context's {@code
 * …UseCases} record is a bean of its own, so that an adapter asks for just what it drives.
 */
@Configuration(proxyBeanMethods = false)
@Import({MemberWiring.class, UseCases.OneBeanEach.class})
class UseCases {
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
  ExportUseCases exportUseCases(List<PersonalData> parts) {
    return ExportUseCases.of(parts);
  }

  @Bean
  MeetingUseCases meetingUseCases(
      Meetings meetings,
      Absences absences,
      Reviews reviews,
      Scores scores,
      NameMembers nameMembers,
      MeetingSettings settings,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    return MeetingUseCases.of(
        meetings,
        absences,
        reviews,
        scores,
        nameMembers,
        settings,
        transactions,
        outbox,
        ids,
        clock);
  }

  @Bean
  RoomNeighbours roomNeighbours(
      FormMeeting formMeeting,
      JoinMeeting joinMeeting,
      FindMeetings findMeetings,
      NameMembers nameMembers,
      CheckActive checkActive,
      KeptApart keptApart) {
    return new RoomNeighbours(
        formMeeting, joinMeeting, findMeetings, nameMembers, checkActive, keptApart);
  }

  @Bean
  RoomUseCases roomUseCases(
      Rooms rooms,
      RoomList list,
      OpenSeats openSeats,
      Comments comments,
      RoomNeighbours neighbours,
      Categories categories,
      RoomSettings settings,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    return RoomUseCases.of(
        new RoomPorts(rooms, list, openSeats, comments, transactions, outbox, ids, clock),
        neighbours,
        categories,
        settings);
  }

  @Bean
  MatchingUseCases matchingUseCases(
      MatchRequests requests,
      MatchProposals proposals,
      PoolSignal signal,
      Locks locks,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock,
      MatchingNeighbours neighbours,
      Categories categories,
      MatchingSettings settings,
      ZoneId zone) {
    return MatchingUseCases.of(
        new MatchingPorts(requests, proposals, signal, locks, transactions, outbox, ids, clock),
        neighbours,
        categories,
        settings,
        zone);
  }

  @Bean
  MatchingNeighbours matchingNeighbours(
      MeetingUseCases meetings,
      MemberUseCases members,
      PersonalBlockUseCases blocks,
      RoomUseCases rooms) {
    return new MatchingNeighbours(
        new MatchingNeighbours.Meetings(
            meetings.formMeeting(),
            meetings.regroupMeeting(),
            meetings.settleMeeting(),
            meetings.callOffMeeting(),
            meetings.findMeetings(),
            meetings.recentPartners(),
            meetings.recordAbsence(),
            meetings.checkPause()),
        new MatchingNeighbours.Members(
            members.checkActive(), blocks.keptApart(), members.nameMembers(), members.findMember()),
        new MatchingNeighbours.Rooms(rooms.findSeats(), rooms.takeSeats()));
  }

  @Bean
  NotificationUseCases notificationUseCases(
      Notifications notifications,
      NameMembers nameMembers,
      RoomUseCases rooms,
      Inbox inbox,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return NotificationUseCases.of(
        notifications, nameMembers, rooms.findHiddenRooms(), inbox, transactions, ids, clock);
  }

  @Bean
  ModerationUseCases moderationUseCases(
      Reports reports,
      ReportLists lists,
      List<ReportableContent> contents,
      WarnMember warnMember,
      NameMembers nameMembers,
      Transactions transactions,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    return ModerationUseCases.of(
        reports, lists, contents, warnMember, nameMembers, transactions, outbox, ids, clock);
  }

  @Bean
  AuditUseCases auditUseCases(
      AuditLog log, NameMembers nameMembers, Inbox inbox, Transactions transactions, Ids ids) {
    return AuditUseCases.of(log, nameMembers, inbox, transactions, ids);
  }

  /** Makes a bean of each component of the records above. */
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
          spec -> spec.supplier(context -> type.cast(read(context, family, useCase))));
    }

    private static Object read(
        SupplierContext context, Class<? extends Record> family, RecordComponent useCase) {
      return Objects.requireNonNull(
          ReflectionUtils.invokeMethod(useCase.getAccessor(), context.bean(family)));
    }
  }
}
