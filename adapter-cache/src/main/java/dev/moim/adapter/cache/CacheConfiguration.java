package dev.moim.adapter.cache;

import org.springframework.context.annotation.Configuration;

/** Everything this adapter contributes to the program. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {}
