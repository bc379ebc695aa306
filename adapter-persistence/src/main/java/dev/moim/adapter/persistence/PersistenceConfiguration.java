package dev.moim.adapter.persistence;

import org.springframework.context.annotation.Configuration;

/** Everything this adapter contributes to the program. */
@Configuration(proxyBeanMethods = false)
public class PersistenceConfiguration {}
