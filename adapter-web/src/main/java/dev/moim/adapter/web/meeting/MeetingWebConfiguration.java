package dev.moim.adapter.web.meeting;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Meetings over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  MeetingController.class,
  MeetingResponses.class,
  ReviewController.class,
  ScoreController.class
})
public class MeetingWebConfiguration {}
