package dev.moim.bootstrap;

import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.CountAdmins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the first admin, if the settings name one and nobody administers the community yet. There
 * is no default password: without the settings it only says how an admin is made.
 */
@Component
class FirstAdmin implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final MoimSettings.Admin settings;
  private final CountAdmins countAdmins;
  private final AppointAdmin appointAdmin;

  FirstAdmin(MoimSettings settings, CountAdmins countAdmins, AppointAdmin appointAdmin) {
    this.settings = settings.admin();
    this.countAdmins = countAdmins;
    this.appointAdmin = appointAdmin;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (countAdmins.count() > 0) {
      return;
    }
    if (settings.email().isBlank()) {
      log.info("There is no admin yet; stop, and run: moim admin create --email you@example.org");
      return;
    }
    AppointAdmin.Outcome outcome =
        appointAdmin.appoint(
            new AppointAdmin.Command(settings.email(), settings.nickname(), settings::password));
    log.info(
        "The first admin was {}",
        outcome == AppointAdmin.Outcome.CREATED ? "created" : "found among the members");
  }
}
