package dev.moim.bootstrap;

import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code moim train}: what {@code ./moim train} has the JVM watch, so that later starts need not
 * find out anew which classes there are and which methods are worth compiling (JEP 514 and 515).
 *
 * <p>It starts the program on a data folder of its own, does what members do, starts it once more
 * on what is waiting there then, and throws all of it away. The settings of the real community are
 * not read: no mail is sent, and no database is touched but that in the folder.
 */
@Command(
    name = "train",
    description = {
      "Make later starts of ./moim quicker; to be done once after each build.",
      "It starts on demo data that is thrown away afterwards, does what members do for a while, and",
      "keeps what the JVM has learnt."
    },
    mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {
  static final String FOLDER = "moim-train";

  private static final int STARTS = 2;

  /** As many as make it worthwhile to compile what reads them. */
  private static final int WHO_WAIT = 3_000;

  private static final int LEVELS = 5;
  private static final int GROUP = 12;
  private static final int FEWER_THAN_A_GROUP = 7;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "For how long to do what members do (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /** Nothing of the machine's settings. */
  private static final class Empty extends StandardEnvironment {
    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // None.
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(FOLDER);
    try {
      int requests = 0;
      for (int start = 1; start <= STARTS; start++) {
        say("Training, start %d of %d".formatted(start, STARTS));
        try (ConfigurableApplicationContext moim = start(data)) {
          if (start == 1) {
            haveManyWait(moim);
          }
          requests += practise(moim);
        }
      }
      say("Trained with %,d requests".formatted(requests));
      return 0;
    } finally {
      delete(data);
    }
  }

  private void say(String what) {
    if (spec != null) {
      spec.commandLine().getErr().println(what);
      spec.commandLine().getErr().flush();
    }
  }

  private static ConfigurableApplicationContext start(Path data) {
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setEnvironment(new Empty());
    return application.run(settings(data).toArray(String[]::new));
  }

  private static List<String> settings(Path data) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.config.location=classpath:/",
                "--logging.level.dev.moim=warn",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--moim.data=" + data,
                "--moim.demo=true",
                "--moim.members.free-guesses=1000000"));
    Stream.of("member", "address", "sign-in", "search")
        .map("--moim.limits.%s.capacity=1000000"::formatted)
        .forEach(settings::add);
    return settings;
  }

  /** For groups of twelve that are never found, so that the next start finds all of them. */
  private static void haveManyWait(ConfigurableApplicationContext moim) {
    SubmitMatchRequest submit = moim.getBean(SubmitMatchRequest.class);
    Instant now = moim.getBean(Clock.class).now();
    List<Caller> members = addMembers(moim, now);
    for (int i = 0; i < WHO_WAIT; i++) {
      submit.submit(
          new SubmitMatchRequest.Command(
              members.get(i),
              "exercise",
              Map.of(
                  "level",
                  new FacetInput.Span("" + (1 + i % LEVELS), "" + (1 + i % LEVELS)),
                  "when",
                  window(now, i / LEVELS / FEWER_THAN_A_GROUP)),
              Optional.of(GROUP),
              Optional.of(GROUP),
              Optional.empty()));
    }
  }

  /** Who never signs in needs no password, the hashing of which would take minutes. */
  private static List<Caller> addMembers(ConfigurableApplicationContext moim, Instant now) {
    Members members = moim.getBean(Members.class);
    Ids ids = moim.getBean(Ids.class);
    return moim.getBean(Transactions.class)
        .write(() ->
            IntStream.range(0, WHO_WAIT)
                .mapToObj(i ->
                    members.save(
                        Member.signUp(
                            new MemberId(ids.next()),
                            Person.named(
                                new Nickname("train-" + i),
                                new EmailAddress("train-" + i + "@moim.example"),
                                Language.EN,
                                ZoneOffset.UTC),
                            now)))
                .map(member -> new Caller(member.id(), member.role()))
                .toList());
  }

  private static FacetInput window(Instant now, int number) {
    Instant from = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(24 + number));
    return new FacetInput.Span(from.toString(), from.plus(Duration.ofHours(1)).toString());
  }

  private int practise(ConfigurableApplicationContext moim) throws InterruptedException {
    int port = moim.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new Practice(port, moim.getBean(Clock.class))
        .run(Duration.ofSeconds(seconds).dividedBy(STARTS));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
