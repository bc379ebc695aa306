package dev.moim.adapter.web.member;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Members and their sessions over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({MemberController.class, SessionController.class})
public class MemberWebConfiguration {}
