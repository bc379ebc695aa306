package dev.moim.bootstrap;

import dev.moim.adapter.cache.CacheConfiguration;
import dev.moim.adapter.messaging.EventConfiguration;
import dev.moim.adapter.messaging.member.MemberMessaging;
import dev.moim.adapter.persistence.PersistenceConfiguration;
import dev.moim.adapter.persistence.PersistenceSettings;
import dev.moim.adapter.web.member.PictureConfiguration;
import dev.moim.adapter.web.security.PasswordConfiguration;
import dev.moim.adapter.web.security.TokenConfiguration;
import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.service.AdministrationUseCases;
import dev.moim.application.member.service.MemberServices;
import dev.moim.bootstrap.system.SystemConfiguration;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moim admin}: what the operator does with accounts, on the machine itself. */
@Command(
    name = "admin",
    description = "Look after accounts, on this computer, while the server is stopped.",
    mixinStandardHelpOptions = true,
    subcommands = Admin.Create.class)
final class Admin {
  private static final String PASSWORD_VARIABLE = "MOIM_ADMIN_PASSWORD";

  private Admin() {}

  /** {@code moim admin create}: makes an admin. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = {
        "Make an admin: of the account with this address if there is one, otherwise of a new one.",
        "The password of a new account is asked for, or taken from the environment's",
        PASSWORD_VARIABLE + ", or from the first line of standard input. An account whose address",
        "was never verified gets that password, too: somebody else may have made it."
      })
  static final class Create implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--email",
        required = true,
        paramLabel = "ADDRESS",
        description = "The e-mail address with which the admin signs in.")
    private String email = "";

    @Option(
        names = "--nickname",
        paramLabel = "NAME",
        defaultValue = "admin",
        description = "How a new account is called (default: ${DEFAULT-VALUE}).")
    private String nickname = "";

    @Option(
        names = "--data",
        paramLabel = "FOLDER",
        description =
            "Where everything is kept, made if missing (default: the environment's MOIM_DATA,"
                + " or ./data).")
    private Optional<Path> data = Optional.empty();

    @Option(
        names = "--config",
        paramLabel = "FILE",
        defaultValue = "${env:MOIM_CONFIG}",
        description = "YAML with settings (default: the environment's MOIM_CONFIG).")
    private Optional<Path> config = Optional.empty();

    @Override
    public Integer call() {
      PrintWriter err = commandSpec().commandLine().getErr();
      SpringApplication application = new SpringApplication(Program.class);
      application.setBannerMode(Banner.Mode.OFF);
      application.setWebApplicationType(WebApplicationType.NONE);
      try (ConfigurableApplicationContext program =
          application.run(settings().toArray(String[]::new))) {
        AppointAdmin appointAdmin = program.getBean(AppointAdmin.class);
        AppointAdmin.Outcome outcome =
            appointAdmin.appoint(new AppointAdmin.Command(email, nickname, this::password));
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(told(outcome));
        out.println("Database: " + program.getBean(PersistenceSettings.class).shownUrl());
        return 0;
      } catch (DomainException refused) {
        err.println("moim: " + told(refused));
        return 1;
      }
    }

    private CommandSpec commandSpec() {
      if (spec == null) {
        throw new IllegalStateException("not run from a command line");
      }
      return spec;
    }

    private List<String> settings() {
      List<String> settings = new ArrayList<>();
      data.ifPresent(value -> settings.add("--moim.data=" + value));
      config.ifPresent(value ->
          settings.add("--spring.config.additional-location=file:" + value.toAbsolutePath()));
      return settings;
    }

    private String told(AppointAdmin.Outcome outcome) {
      return switch (outcome) {
        case CREATED -> "Created the admin " + nickname + " <" + email + ">";
        case PROMOTED -> "Made the member with the address " + email + " an admin";
        case CLAIMED ->
            "Made the member with the address "
                + email
                + " an admin. The address was not verified: the password is now the one given here,"
                + " and other ways to sign in are gone";
        case WAS_ADMIN -> "The member with the address " + email + " is an admin already";
      };
    }

    private static String told(DomainException refused) {
      return refused.fieldErrors().isEmpty()
          ? refused.code().title()
          : "wrong "
              + String.join(
                  ", ", refused.fieldErrors().stream().map(Create::told).distinct().toList());
    }

    private static String told(FieldError error) {
      return error.pointer().substring(1)
          + ": "
          + error.code()
          + (error.details().isEmpty() ? "" : " " + error.details());
    }

    private String password() {
      String given = System.getenv(PASSWORD_VARIABLE);
      if (given != null) {
        return given;
      }
      Console console = terminal();
      return console == null ? firstLine() : asked(console);
    }

    /** Since JDK 22 there is a console without a terminal, too. */
    private static @Nullable Console terminal() {
      @SuppressWarnings("SystemConsoleNull")
      Console console = System.console();
      return console != null && console.isTerminal() ? console : null;
    }

    private static String asked(Console console) {
      while (true) {
        char[] first = console.readPassword("Password of the new admin: ");
        char[] again = console.readPassword("Once more: ");
        if (first == null || again == null) {
          return "";
        }
        if (Arrays.equals(first, again)) {
          return new String(first);
        }
        console.printf("These differ.%n");
      }
    }

    private static String firstLine() {
      try {
        String line =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
      } catch (IOException e) {
        throw new UncheckedIOException("the password can't be read", e);
      }
    }
  }

  /** As much of the program as accounts need: no server, no relay, no jobs. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @Import({
    SettingsConfiguration.class,
    SystemConfiguration.class,
    MemberWiring.class,
    PersistenceConfiguration.class,
    CacheConfiguration.class,
    PasswordConfiguration.class,
    TokenConfiguration.class,
    PictureConfiguration.class,
    EventConfiguration.class,
    MemberMessaging.class
  })
  static class Program {
    @Bean
    AppointAdmin appointAdmin(MemberServices services) {
      return AdministrationUseCases.of(services).appointAdmin();
    }
  }
}
