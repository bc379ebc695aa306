package dev.moim.bootstrap;

import dev.moim.adapter.cache.CacheConfiguration;
import dev.moim.adapter.messaging.MessagingConfiguration;
import dev.moim.adapter.persistence.PersistenceConfiguration;
import dev.moim.adapter.web.WebConfiguration;
import dev.moim.bootstrap.category.CategoryConfiguration;
import dev.moim.bootstrap.system.SystemConfiguration;
import dev.moim.bootstrap.system.ThreadConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The web application: the adapters, wired to the use cases. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  SettingsConfiguration.class,
  SystemConfiguration.class,
  ThreadConfiguration.class,
  CategoryConfiguration.class,
  UseCases.class,
  WebConfiguration.class,
  PersistenceConfiguration.class,
  MessagingConfiguration.class,
  CacheConfiguration.class,
  StartReport.class,
  FirstAdmin.class,
  DemoAddress.class,
  DemoData.class
})
class WebApplication {}
