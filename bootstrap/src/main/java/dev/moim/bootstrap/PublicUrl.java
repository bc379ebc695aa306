package dev.moim.bootstrap;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * Where people reach this installation, for links that leave it, such as in mails. It comes from
 * the settings alone: what a request calls us may have been made up by whoever sent it.
 */
final class PublicUrl implements Supplier<URI> {
  private final Optional<URI> configured;
  private final Environment environment;

  PublicUrl(Optional<URI> configured, Environment environment) {
    this.configured = configured;
    this.environment = environment;
  }

  /** Without a setting, this computer; the port is known once the server listens. */
  @Override
  public URI get() {
    return configured.orElseGet(() ->
        URI.create(
            "http://localhost:"
                + environment.getProperty(
                    "local.server.port", environment.getProperty("server.port", "8080"))));
  }
}
