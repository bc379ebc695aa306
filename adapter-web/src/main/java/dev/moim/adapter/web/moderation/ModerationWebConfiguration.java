package dev.moim.adapter.web.moderation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reports over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(ReportController.class)
public class ModerationWebConfiguration {}
