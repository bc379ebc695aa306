package dev.moim.adapter.web.notification;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Notifications over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(NotificationController.class)
public class NotificationWebConfiguration {}
