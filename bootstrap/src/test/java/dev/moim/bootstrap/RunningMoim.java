package dev.moim.bootstrap;

import dev.moim.testkit.shared.TemporaryFolders;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole program, started once for all tests that extend this, with a data folder of its own.
 */
@SpringBootTest(classes = WebApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningMoim {
  /** So large that no test comes near: they send bursts that nobody at a screen would. */
  static final List<String> NO_LIMIT =
      List.of(
          "moim.limits.member.capacity",
          "moim.limits.address.capacity",
          "moim.limits.sign-up.capacity",
          "moim.limits.sign-in.capacity",
          "moim.limits.mail.capacity",
          "moim.limits.upload.capacity",
          "moim.limits.search.capacity",
          "moim.members.free-guesses");

  /** Whoever comes when many are there already is let in all the same, if not at once. */
  static final Map<String, String> LET_IN =
      Map.of("moim.admission.waiting", "10000", "moim.admission.patience", "1m");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ownDataFolder(DynamicPropertyRegistry registry) {
    registry.add("moim.data", RunningMoim::newFolder);
    NO_LIMIT.forEach(key -> registry.add(key, () -> 1_000_000));
    LET_IN.forEach((key, value) -> registry.add(key, () -> value));
    registry.add("moim.categories.study.matching.acceptance", () -> "2m");
  }

  protected int port() {
    return port;
  }

  Api api() {
    return Api.at(port);
  }

  static String newFolder() {
    return TemporaryFolders.create("moim-test").toString();
  }
}
