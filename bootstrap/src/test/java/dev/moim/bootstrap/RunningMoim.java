package dev.moim.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ownDataFolder(DynamicPropertyRegistry registry) {
    registry.add("moim.data", RunningMoim::newFolder);
  }

  protected int port() {
    return port;
  }

  Api api() {
    return Api.at(port);
  }

  private static String newFolder() {
    try {
      return Files.createTempDirectory("moim-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
