package dev.moim.benchmarks;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many members who have signed in, written into a database past the program: by its own way each
 * would cost a hashed password. A file has to be left by the program meanwhile.
 */
final class SignedInMembers {
  private static final int AT_ONCE = 1_000;
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Pattern EC_KEY =
      Pattern.compile("\\{[^{}]*\"kty\":\"EC\"[^{}]*\\}", Pattern.DOTALL);
  private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

  private final Path data;
  private final DatabaseAddress database;
  private final int count;

  /**
   * @param data the folder with the key that signs access tokens
   */
  SignedInMembers(Path data, DatabaseAddress database, int count) {
    this.data = data;
    this.database = database;
    this.count = count;
  }

  /** The identifier of one of them, from 0. */
  static UUID member(int number) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  private static UUID session(int number) {
    return new UUID(0x0198_0000_0001_7000L, 0x8000_0000_0000_0000L | number);
  }

  /** Inserts them and their sessions. */
  void insert() throws SQLException {
    Instant now = Instant.now();
    Timestamp present = Timestamp.from(now);
    Timestamp tomorrow = Timestamp.from(now.plus(Duration.ofDays(1)));
    try (Connection connection = database.connect();
        PreparedStatement members =
            connection.prepareStatement(
                "insert into members (id, version, nickname, nickname_key, email, email_key,"
                    + " email_verified, password_hash, language, time_zone, role, joined_at)"
                    + " values (?, 1, ?, ?, ?, ?, true, 'none', 'EN', 'Asia/Seoul', 'MEMBER', ?)");
        PreparedStatement sessions =
            connection.prepareStatement(
                "insert into sessions (id, version, member_id, token_hash, answered_again,"
                    + " origin_address, origin_device, started_at, last_used_at, expires_at, ended)"
                    + " values (?, 1, ?, ?, false, '127.0.0.1', '', ?, ?, ?, false)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        members.setObject(1, member(i));
        members.setString(2, "load-" + i);
        members.setString(3, key("nickname", i));
        members.setString(4, "load-" + i + "@example.org");
        members.setString(5, key("email", i));
        members.setTimestamp(6, present, utc());
        members.addBatch();
        sessions.setObject(1, session(i));
        sessions.setObject(2, member(i));
        sessions.setString(3, key("token", i));
        sessions.setTimestamp(4, present, utc());
        sessions.setTimestamp(5, present, utc());
        sessions.setTimestamp(6, tomorrow, utc());
        sessions.addBatch();
        if (i % AT_ONCE == AT_ONCE - 1 || i == count - 1) {
          members.executeBatch();
          sessions.executeBatch();
          connection.commit();
        }
      }
    }
  }

  /** Every database is told times in it. */
  static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
  }

  private static String key(String kind, int number) {
    return "%s-%08x".formatted(kind, number);
  }

  /**
   * An access token for each, signed by the data folder's key. They are dated ahead, so that those
   * of 5 minutes are good for 10.
   */
  byte[][] tokens() throws IOException, GeneralSecurityException {
    Matcher found = EC_KEY.matcher(Files.readString(data.resolve("signing-key.json")));
    if (!found.find()) {
      throw new IOException("there is no signing key");
    }
    String jwk = found.group();
    PrivateKey key = privateKey(field(jwk, "d"));
    String head =
        encoded(
            "{\"kid\":\"%s\",\"typ\":\"at+jwt\",\"alg\":\"ES256\"}".formatted(field(jwk, "kid")));
    long now = Instant.now().plus(LIFETIME).getEpochSecond();
    byte[][] tokens = new byte[count][];
    IntStream.range(0, count).parallel().forEach(i -> tokens[i] = token(key, head, i, now));
    return tokens;
  }

  private static byte[] token(PrivateKey key, String head, int number, long now) {
    String claims =
        ("{\"iss\":\"moim\",\"aud\":\"moim\",\"sub\":\"%s\",\"roles\":[\"MEMBER\"],\"sid\":\"%s\","
                + "\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}")
            .formatted(
                member(number), session(number), session(number), now, now + LIFETIME.toSeconds());
    String signed = head + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return (signed + "." + BASE_64.encodeToString(signature.sign()))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return BASE_64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String field(String json, String name) throws IOException {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("the signing key has no " + name);
    }
    return found.group(1);
  }

  private static PrivateKey privateKey(String number) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(
                new BigInteger(1, Base64.getUrlDecoder().decode(number)),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  /** How many of the requests that were answered with success are stored, by number of member. */
  Stored stored(Map<UUID, Integer> accepted) throws SQLException {
    Map<UUID, UUID> members = new HashMap<>();
    Map<String, Integer> states = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select id, member_id, status from match_requests")) {
      while (row.next()) {
        members.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        states.merge(row.getString(3).toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    int missing =
        (int)
            accepted.entrySet().stream()
                .filter(one -> !member(one.getValue()).equals(members.get(one.getKey())))
                .count();
    return new Stored(members.size(), missing, states);
  }

  /**
   * What is in the store in the end.
   *
   * @param missing how many of those answered with success are not there, or somebody else's
   */
  record Stored(int all, int missing, Map<String, Integer> states) {}
}
