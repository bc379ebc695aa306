package dev.moim.benchmarks;

import dev.moim.adapter.web.WebSettings;
import dev.moim.adapter.web.security.PasswordConfiguration;
import dev.moim.application.member.port.in.SignIn;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.domain.member.Language;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.Origin;
import dev.moim.testkit.Community;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Whether the time of a refused sign-in tells that an address has an account: wrong passwords for
 * addresses with an account and without one, in random order, through the use case with the real
 * hasher and everything else in memory.
 *
 * <p>The last line is the chance that of two refusals, one of each kind, the one with an account
 * took longer: 0.5 tells nothing, 0 and 1 tell everything. After {@code ./mvnw test-compile
 * dependency:build-classpath -Dmdep.outputFile=target/class-path -pl benchmarks -am} run it with
 * {@code java -cp benchmarks/target/test-classes:$(cat benchmarks/target/class-path)
 * dev.moim.benchmarks.SignInTiming}.
 */
public final class SignInTiming {
  private static final int WARM_UP = 40;
  private static final int ATTEMPTS = 300;

  private final Community community =
      new Community(new PasswordConfiguration().passwordHasher(WebSettings.in(Path.of("unused"))));

  private SignInTiming() {}

  /** An attempt to sign in to the account with that number, if there is one. */
  private record Attempt(boolean known, int number) {
    String email() {
      return (known ? "known" : "other") + number + "@example.org";
    }

    /** Nobody is slowed down: each attempt comes from an address of its own. */
    Origin origin() {
      return new Origin("2001:db8::" + (known ? "1" : "2") + ":" + number, "measurement");
    }
  }

  /** Measures, with the number of attempts of each kind as the only argument. */
  public static void main(String[] arguments) {
    int attempts = arguments.length == 0 ? ATTEMPTS : Integer.parseInt(arguments[0]);
    new SignInTiming().measure(attempts);
  }

  private void measure(int attempts) {
    List<Attempt> order = new ArrayList<>();
    for (int i = 0; i < attempts + WARM_UP; i++) {
      signUp(i);
      order.add(new Attempt(true, i));
      order.add(new Attempt(false, i));
    }
    Collections.shuffle(order.subList(2 * WARM_UP, order.size()), new Random(42));
    double[][] millis = new double[2][attempts];
    int[] done = new int[2];
    for (int i = 0; i < order.size(); i++) {
      Attempt attempt = order.get(i);
      double took = millis(attempt);
      if (i >= 2 * WARM_UP) {
        int kind = attempt.known() ? 0 : 1;
        millis[kind][done[kind]++] = took;
      }
    }
    System.out.printf("%d refused sign-ins of each kind, in milliseconds%n", attempts);
    System.out.printf("%-18s %8s %8s %8s%n", "", "p10", "p50", "p90");
    print("with an account", millis[0]);
    print("without an account", millis[1]);
    System.out.printf("with took longer:  %8.3f%n", longer(millis[0], millis[1]));
  }

  private void signUp(int number) {
    community
        .members()
        .signUp()
        .signUp(
            new SignUp.Command(
                "known" + number, new Attempt(true, number).email(), "correct horse", Language.EN));
  }

  private double millis(Attempt attempt) {
    SignIn.Command command =
        new SignIn.Command(attempt.email(), "wrong horse", attempt.origin(), Optional.empty());
    long start = System.nanoTime();
    try {
      community.sessions().signIn().signIn(command);
    } catch (DomainException refused) {
      double took = (System.nanoTime() - start) / 1e6;
      if (refused.code() == MemberError.WRONG_CREDENTIALS) {
        return took;
      }
      throw refused;
    }
    throw new IllegalStateException("a wrong password was taken");
  }

  private static void print(String kind, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%-18s %8.2f %8.2f %8.2f%n",
        kind, quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** Of all pairs, how many have the greater value first; the statistic of Mann and Whitney. */
  private static double longer(double[] first, double[] second) {
    double greater = 0;
    for (double one : first) {
      for (double other : second) {
        greater += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return greater / first.length / second.length;
  }
}
