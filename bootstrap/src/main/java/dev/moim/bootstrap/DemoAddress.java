package dev.moim.bootstrap;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the demo, whose passwords everybody knows, on this computer, unless an address was asked
 * for; however the demo was switched on.
 */
@Component
@ConditionalOnBooleanProperty("moim.demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
  private final Environment environment;

  DemoAddress(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void customize(ConfigurableWebServerFactory factory) {
    if (!environment.containsProperty("server.address")) {
      factory.setAddress(InetAddress.getLoopbackAddress());
    }
  }
}
