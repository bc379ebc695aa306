package dev.moim.bootstrap.system;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a program that works on virtual threads needs. */
@Configuration(proxyBeanMethods = false)
public class ThreadConfiguration {
  @Bean(initMethod = "start", destroyMethod = "stop")
  CarrierWatch carrierWatch() {
    return new CarrierWatch(
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class),
        Duration.ofMillis(500),
        Duration.ofSeconds(2));
  }
}
