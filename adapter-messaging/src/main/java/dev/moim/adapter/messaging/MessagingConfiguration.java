package dev.moim.adapter.messaging;

import org.springframework.context.annotation.Configuration;

/** Everything this adapter contributes to the program. */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {}
