package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class DemoAddressTest {
  private final ApplicationContextRunner program =
      new ApplicationContextRunner().withUserConfiguration(DemoAddress.class);

  @Test
  void the_demo_stays_on_this_computer() {
    program
        .withPropertyValues("moim.demo=true")
        .run(context ->
            assertThat(addressOf(context.getBean(DemoAddress.class)))
                .contains(InetAddress.getLoopbackAddress()));
  }

  @Test
  void the_demo_listens_where_it_was_told_to() {
    program
        .withPropertyValues("moim.demo=true", "server.address=0.0.0.0")
        .run(context -> assertThat(addressOf(context.getBean(DemoAddress.class))).isEmpty());
  }

  @Test
  void without_the_demo_nothing_is_decided() {
    program.run(context -> assertThat(context).doesNotHaveBean(DemoAddress.class));
  }

  private static Optional<InetAddress> addressOf(DemoAddress decision) {
    var factory = new TomcatServletWebServerFactory();
    decision.customize(factory);
    return Optional.ofNullable(factory.getAddress());
  }
}
