package dev.moim.adapter.web.condition;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Categories over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(CategoryController.class)
public class ConditionWebConfiguration {}
