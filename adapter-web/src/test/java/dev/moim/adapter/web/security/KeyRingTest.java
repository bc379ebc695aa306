package dev.moim.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.SettableClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRingTest {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration LEAD = KeySet.LEAD;
  private static final Duration TOKENS_OVER = LEAD.plusMinutes(5);
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private Path file;

  @BeforeEach
  void prepare() {
    clock.set(START);
    file = folder.resolve("signing-key.json");
  }

  private KeyRing ring() {
    return KeyRing.open(file, LIFETIME, clock);
  }

  private static String signingId(KeyRing ring) {
    return ring.signing().getKeyID();
  }

  private static List<String> publishedIds(KeyRing ring) {
    return ring.published().stream().map(JWK::getKeyID).toList();
  }

  /**
   * What earlier versions left: one key, that of access tokens, from which secrets were derived.
   */
  private ECKey earlierVersion() throws JOSEException, IOException {
    ECKey key =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .keyIDFromThumbprint(true)
            .generate();
    Files.writeString(file, key.toJSONString());
    return key;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void the_keys_outlive_a_restart() throws IOException {
    KeyRing first = ring();
    String kept = Files.readString(file);

    KeyRing second = ring();

    assertThat(second.signing()).isEqualTo(first.signing());
    assertThat(second.derive("cursors")).isEqualTo(first.derive("cursors")).hasSize(32);
    assertThat(first.derive("cursors")).isNotEqualTo(first.derive("others"));
    assertThat(Files.readString(file)).isEqualTo(kept);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_its_owner_may_read_the_keys() throws IOException {
    KeyRing ring = ring();
    clock.advance(LIFETIME);
    signingId(ring);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(files()).containsExactly("signing-key.json", "signing-key.lock");
  }

  @Test
  void the_data_folder_is_made_when_missing() {
    file = folder.resolve("data/deep/signing-key.json");

    assertThat(signingId(ring())).isEqualTo(signingId(ring()));
  }

  @Test
  void nodes_that_start_at_once_share_their_keys() {
    var rings = Race.of(8, i -> ring());

    assertThat(rings)
        .extracting(outcome -> signingId(outcome.result().orElseThrow()))
        .containsOnly(signingId(ring()));
  }

  @Test
  void the_key_of_an_earlier_version_is_taken_over() throws Exception {
    ECKey key = earlierVersion();

    KeyRing ring = ring();

    assertThat(signingId(ring)).isEqualTo(key.getKeyID());
    assertThat(ring.verifying(key.getKeyID()).orElseThrow()).isEqualTo(key.toECPublicKey());
    assertThat(signingId(ring())).isEqualTo(key.getKeyID());
    assertThat(publishedIds(ring())).containsExactly(key.getKeyID());
  }

  @Test
  void cursors_of_an_earlier_version_stay_good_also_after_its_key_is_over() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(earlierVersion().getD().decode(), "HmacSHA256"));
    byte[] secret = mac.doFinal("cursors".getBytes(StandardCharsets.UTF_8));

    KeyRing ring = ring();
    assertThat(ring.derive("cursors")).isEqualTo(secret);
    for (int i = 0; i < 3; i++) {
      clock.advance(LIFETIME.plus(TOKENS_OVER));
      signingId(ring);
    }

    assertThat(ring.derive("cursors")).isEqualTo(secret);
    assertThat(ring().derive("cursors")).isEqualTo(secret);
  }

  @Test
  void a_key_that_was_taken_over_is_followed_by_another_in_its_time() throws Exception {
    String earlier = earlierVersion().getKeyID();
    KeyRing ring = ring();

    clock.advance(LIFETIME.minusSeconds(1));
    signingId(ring);
    assertThat(publishedIds(ring)).containsExactly(earlier);

    clock.advance(Duration.ofSeconds(1));
    assertThat(signingId(ring)).isEqualTo(earlier);
    assertThat(publishedIds(ring)).hasSize(2).startsWith(earlier);
  }

  @Test
  void nodes_that_take_over_at_once_agree() throws Exception {
    String earlier = earlierVersion().getKeyID();

    var rings = Race.of(8, i -> ring());

    assertThat(rings)
        .extracting(outcome -> publishedIds(outcome.result().orElseThrow()))
        .containsOnly(List.of(earlier));
  }

  @Test
  void a_key_is_published_before_it_signs_and_verifies_until_its_tokens_are_over() {
    KeyRing ring = ring();
    String first = signingId(ring);

    clock.set(START.plus(LIFETIME));
    assertThat(signingId(ring)).isEqualTo(first);
    String second = publishedIds(ring).getLast();
    assertThat(second).isNotEqualTo(first);
    assertThat(ring.verifying(second)).isPresent();

    clock.set(START.plus(LIFETIME).plus(LEAD).minusNanos(1000));
    assertThat(signingId(ring)).isEqualTo(first);

    clock.set(START.plus(LIFETIME).plus(LEAD));
    assertThat(signingId(ring)).isEqualTo(second);
    assertThat(publishedIds(ring)).containsExactly(first, second);

    clock.set(START.plus(LIFETIME).plus(TOKENS_OVER).minusNanos(1000));
    assertThat(ring.verifying(first)).isPresent();

    clock.set(START.plus(LIFETIME).plus(TOKENS_OVER));
    assertThat(ring.verifying(first)).isEmpty();
    assertThat(publishedIds(ring)).containsExactly(second);
  }

  @Test
  void keys_that_are_over_leave_the_file_with_the_next_rotation() throws IOException {
    KeyRing ring = ring();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clock.advance(TOKENS_OVER);
      all.add(signingId(ring));
      clock.advance(LIFETIME);
      signingId(ring);
    }

    assertThat(all).doesNotHaveDuplicates();
    assertThat(Files.readString(file))
        .contains(all.getLast(), publishedIds(ring).getLast())
        .doesNotContain(all.subList(0, 3));
  }

  @Test
  void after_a_year_without_anybody_the_next_key_still_waits_until_it_is_known() {
    KeyRing ring = ring();
    String first = signingId(ring);

    clock.advance(Duration.ofDays(365));
    assertThat(signingId(ring)).isEqualTo(first);
    assertThat(ring.verifying(first)).isPresent();

    clock.advance(LEAD);
    assertThat(signingId(ring)).isNotEqualTo(first);
  }

  @Test
  void a_clock_set_back_changes_keys_no_sooner_and_breaks_nothing() {
    KeyRing ring = ring();
    String first = signingId(ring);
    clock.advance(LIFETIME);
    signingId(ring);

    clock.set(START.minus(Duration.ofDays(365)));

    assertThat(signingId(ring)).isEqualTo(first);
    assertThat(ring.verifying(first)).isPresent();
    assertThat(ring.verifying("unknown")).isEmpty();
  }

  @Test
  void a_node_finds_the_key_of_another_one_when_it_meets_it() {
    KeyRing here = ring();
    KeyRing there = ring();
    clock.advance(LIFETIME);
    signingId(there);
    String next = there.published().getLast().getKeyID();

    assertThat(here.verifying(next)).isPresent();
  }

  @Test
  void unknown_keys_make_a_node_look_once_in_a_while_only() {
    KeyRing here = ring();
    KeyRing there = ring();
    clock.advance(LIFETIME);
    assertThat(here.verifying("made up")).isEmpty();
    signingId(there);
    String next = there.published().getLast().getKeyID();

    clock.advance(KeyRing.PAUSE.minusMillis(1));
    assertThat(here.verifying(next)).isEmpty();

    clock.advance(Duration.ofMillis(1));
    assertThat(here.verifying(next)).isPresent();
  }

  @Test
  void a_node_that_only_publishes_knows_the_next_key_too() {
    KeyRing here = ring();
    KeyRing there = ring();
    clock.advance(LIFETIME);
    signingId(there);

    assertThat(publishedIds(here)).isEqualTo(publishedIds(there)).hasSize(2);
  }

  @Test
  void publishing_makes_no_key() throws IOException {
    KeyRing ring = ring();
    String kept = Files.readString(file);
    clock.advance(LIFETIME);

    assertThat(publishedIds(ring)).hasSize(1);
    assertThat(Files.readString(file)).isEqualTo(kept);
  }

  @Test
  void a_node_takes_over_the_next_key_instead_of_making_another() {
    KeyRing here = ring();
    KeyRing there = ring();
    clock.advance(LIFETIME);

    signingId(there);
    signingId(here);

    assertThat(publishedIds(here)).isEqualTo(publishedIds(there)).hasSize(2);
    clock.advance(LEAD);
    assertThat(signingId(here)).isEqualTo(signingId(there));
  }

  @Test
  void nodes_that_rotate_at_once_make_one_key() {
    for (int round = 0; round < 20; round++) {
      List<KeyRing> nodes = List.of(ring(), ring());
      String before = signingId(nodes.getFirst());
      clock.advance(LIFETIME);

      var signedWith = Race.of(8, i -> signingId(nodes.get(i % 2)));

      assertThat(signedWith)
          .as("round %d", round)
          .extracting(outcome -> outcome.result().orElseThrow())
          .containsOnly(before);
      assertThat(publishedIds(nodes.getFirst()))
          .as("round %d", round)
          .hasSize(2)
          .isEqualTo(publishedIds(nodes.getLast()))
          .isEqualTo(publishedIds(ring()));
      clock.advance(TOKENS_OVER);
    }
  }

  @Test
  void a_process_waits_for_the_turn_of_another_one() throws Exception {
    KeySet made = KeySet.fresh(START);
    Path out = folder.resolve("out");
    Process other = OpensKeys.start(file, out);
    try {
      try (FileChannel lock =
          FileChannel.open(
              folder.resolve("signing-key.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        FileLock _ = lock.lock();
        other.getOutputStream().write(OpensKeys.GO);
        other.getOutputStream().flush();
        assertThat(other.getInputStream().read()).isEqualTo(OpensKeys.GO);
        assertThat(other.waitFor(1, TimeUnit.SECONDS)).isFalse();
        assertThat(file).doesNotExist();
        Files.writeString(file, made.toJson());
      }
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      other.destroyForcibly();
    }

    assertThat(Files.readString(out)).isEqualTo(made.signing(START).getKeyID());
  }

  @Test
  void what_a_crash_left_is_removed_and_never_read() throws Exception {
    ECKey earlier = earlierVersion();
    Files.writeString(folder.resolve("signing-key.tmp"), KeySet.fresh(START).toJson());
    Files.writeString(folder.resolve("signing-key123.tmp"), earlier.toJSONString());

    assertThat(signingId(ring())).isEqualTo(earlier.getKeyID());
    assertThat(files()).containsExactly("signing-key.json", "signing-key.lock");
  }

  @Test
  void half_of_a_file_left_by_a_crash_is_not_in_the_way_of_a_rotation() throws IOException {
    KeyRing ring = ring();
    Files.writeString(folder.resolve("signing-key.tmp"), "{\"keys\":[{\"kty\":");
    clock.advance(LIFETIME);

    signingId(ring);

    assertThat(publishedIds(ring())).hasSize(2);
    assertThat(files()).containsExactly("signing-key.json", "signing-key.lock");
  }

  @Test
  void while_no_key_can_be_kept_the_last_one_goes_on() throws IOException {
    KeyRing ring = ring();
    String first = signingId(ring);
    String kept = Files.readString(file);
    clock.advance(LIFETIME);

    Files.delete(file);
    assertThat(signingId(ring)).isEqualTo(first);
    assertThat(ring.verifying("unknown")).isEmpty();
    assertThat(file).doesNotExist();

    Files.writeString(file, "nonsense");
    clock.advance(KeyRing.PAUSE);
    assertThat(signingId(ring)).isEqualTo(first);
    assertThat(ring.verifying("unknown")).isEmpty();
    assertThat(ring.verifying(first)).isPresent();

    Files.writeString(file, kept);
    clock.advance(KeyRing.PAUSE);
    signingId(ring);
    assertThat(publishedIds(ring)).hasSize(2);
  }

  private static ECKey otherKey() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).generate();
  }

  static Stream<Arguments> broken() throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("a").issueTime(Date.from(START)).generate();
    ECKey large = new ECKeyGenerator(Curve.P_384).keyID("b").issueTime(Date.from(START)).generate();
    ECKey mixed = new ECKey.Builder(key).d(otherKey().getD()).build();
    ECKey ageless = new ECKey.Builder(key).issueTime(null).build();
    ECKey nameless = new ECKey.Builder(key).keyID(null).build();
    OctetSequenceKey master = new OctetSequenceKey.Builder(new byte[32]).keyID("master").build();
    OctetSequenceKey weak = new OctetSequenceKey.Builder(new byte[16]).build();
    String good = set(master, key);
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no JSON", "secret"),
        Arguments.of("no object", "[]"),
        Arguments.of("no keys", "{}"),
        Arguments.of("no list", "{\"keys\":\"secret\"}"),
        Arguments.of("an empty list", "{\"keys\":[]}"),
        Arguments.of("half of it", good.substring(0, good.length() / 2)),
        Arguments.of("no master secret", set(key)),
        Arguments.of("two master secrets", set(master, master, key)),
        Arguments.of("a weak master secret", set(weak, key)),
        Arguments.of("no signing key", set(master)),
        Arguments.of("a public key", set(master, key.toPublicJWK())),
        Arguments.of("a key twice", set(master, key, key)),
        Arguments.of("a key of another curve", set(master, key, large)),
        Arguments.of("a key without a time", set(master, ageless)),
        Arguments.of("a key without a name", set(master, nameless)),
        Arguments.of("the private number of another key", set(master, mixed)),
        Arguments.of("a point off the curve", good.replace("\"x\":\"", "\"x\":\"A")),
        Arguments.of("a single public key", key.toPublicJWK().toJSONString()),
        Arguments.of("a single key of another curve", large.toJSONString()),
        Arguments.of("a single secret", master.toJSONString()));
  }

  private static String set(JWK... keys) {
    return Stream.of(keys)
        .map(JWK::toJSONString)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void a_file_without_usable_keys_stops_the_start_and_is_left_as_it_is(String what, String text)
      throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(this::ring)
        .as(what)
        .isInstanceOf(UncheckedIOException.class)
        .rootCause()
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(file + ": holds no usable keys")
        .hasMessageNotContaining("secret")
        .hasNoSuppressedExceptions();
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void a_file_that_is_no_text_stops_the_start_too() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, 0, 1});

    assertThatThrownBy(this::ring).hasStackTraceContaining("holds no usable keys");
  }

  @Test
  void what_stops_the_start_quotes_no_key() throws IOException {
    ring();
    String kept = Files.readString(file);
    Files.writeString(file, kept.substring(0, kept.length() - 1));

    assertThatThrownBy(this::ring)
        .satisfies(failure -> {
          var trace = new StringWriter();
          failure.printStackTrace(new PrintWriter(trace));
          for (String value : kept.split("\"", -1)) {
            if (value.length() >= 20) {
              assertThat(trace.toString()).doesNotContain(value);
            }
          }
        });
  }
}
