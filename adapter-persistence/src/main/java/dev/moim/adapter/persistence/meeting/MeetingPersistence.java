package dev.moim.adapter.persistence.meeting;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.EntityClasses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of meetings. */
@Configuration(proxyBeanMethods = false)
public class MeetingPersistence {
  @Bean
  EntityClasses meetingEntities() {
    return EntityClasses.of(
        MeetingRow.class, AbsenceRow.class, ReviewRow.class, ScoreEntryRow.class);
  }

  @Bean
  JpaMeetings meetings(CurrentSession current) {
    return new JpaMeetings(current);
  }

  @Bean
  JpaReviews reviews(CurrentSession current) {
    return new JpaReviews(current);
  }

  @Bean
  JpaScores scores(CurrentSession current) {
    return new JpaScores(current);
  }

  @Bean
  JpaAbsences absences(CurrentSession current) {
    return new JpaAbsences(current);
  }
}
