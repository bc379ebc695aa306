package dev.moim.bootstrap;

import dev.moim.adapter.persistence.PersistenceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The program, started in this JVM on a database of the test's choice; several can run at once. */
record MoimHere(ConfigurableApplicationContext program) implements AutoCloseable {
  /** Starts it, and waits until it answers. */
  static MoimHere start(Path data, PersistenceSettings database) {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=0");
    settings.add("--moim.data=" + data);
    settings.add("--moim.database.url=" + database.url());
    settings.add("--moim.database.user=" + database.user());
    settings.add("--moim.database.password=" + database.password());
    RunningMoim.NO_LIMIT.forEach(key -> settings.add("--" + key + "=1000000"));
    RunningMoim.LET_IN.forEach((key, value) -> settings.add("--" + key + "=" + value));
    return new MoimHere(
        SpringApplication.run(WebApplication.class, settings.toArray(String[]::new)));
  }

  Api api() {
    return Api.at(
        Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")));
  }

  <T> T get(Class<T> type) {
    return program.getBean(type);
  }

  People people() {
    return new People(program.getBeanFactory());
  }

  @Override
  public void close() {
    program.close();
  }
}
