package dev.moim.bootstrap;

import dev.moim.adapter.messaging.MailSettings;
import dev.moim.adapter.persistence.PersistenceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says when the program is ready, where, and what each part uses. */
@Component
class StartReport {
  private static final Logger log = LoggerFactory.getLogger(StartReport.class);

  private final PersistenceSettings persistence;
  private final MailSettings mails;
  private final MoimSettings settings;

  StartReport(PersistenceSettings persistence, MailSettings mails, MoimSettings settings) {
    this.persistence = persistence;
    this.mails = mails;
    this.settings = settings;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    log.info("Data folder: {}", settings.data().toAbsolutePath().normalize());
    log.info("Database: {}; events, caches and locks: in this process", persistence.shownUrl());
    log.info("Mails: {}", mails.shown());
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      log.info(
          "Moim is ready after {} ms: http://localhost:{}",
          event.getTimeTaken() == null ? "?" : event.getTimeTaken().toMillis(),
          web.getWebServer().getPort());
    }
  }
}
