package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The documentation's example of a client that signs, against the program that requires it. */
@TestPropertySource(
    properties = {
      "moim.client-signature.required=true",
      "moim.client-signature.keys.our-app=bm90LWEtc2VjcmV0LWp1c3QtYW4tZXhhbXBsZS1rZXk="
    })
class SignedClientTest extends RunningMoim {
  private static final Path GUIDE = Path.of("..", "docs", "configuration.md");
  private static final String BEGIN = "```sh\n# A client that signs";

  @BeforeAll
  static void the_tools_of_the_example_are_installed() {
    for (String tool : new String[] {"bash", "openssl", "curl"}) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(":", -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
          tool + " is not installed");
    }
  }

  private static String example() throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(BEGIN) + "```sh\n".length();
    return guide.substring(begin, guide.indexOf("```", begin));
  }

  private String run(String script) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-euc", script).redirectErrorStream(true);
    shell.environment().put("MOIM", "http://localhost:" + port());
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void the_example_signs_up_and_whoever_does_not_sign_is_refused() throws Exception {
    assertThat(api().signUp("unsigned").code()).isEqualTo("CLIENT_SIGNATURE_INVALID");

    assertThat(run(example())).contains("\"nickname\":\"signed-up\"");
  }

  @Test
  void another_key_is_refused() throws Exception {
    String other = example().replace("bm90LWEt", "b3RoZXIt");

    assertThat(run(other)).contains("CLIENT_SIGNATURE_INVALID");
  }
}
