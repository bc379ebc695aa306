package dev.moim.adapter.web.member;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Members and their sessions over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  PictureConfiguration.class,
  MemberController.class,
  AccountController.class,
  SessionController.class,
  MailedLinkController.class,
  AdministrationController.class
})
public class MemberWebConfiguration {}
