package dev.moim.adapter.web.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The audit log over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(AuditLogController.class)
public class AuditWebConfiguration {}
