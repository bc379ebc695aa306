package dev.moim.adapter.web.matching;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Match requests over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({MatchRequestController.class, MatchAnswerController.class, PoolController.class})
public class MatchingWebConfiguration {}
