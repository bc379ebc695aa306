package dev.moim.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Members who do nothing but take a seat in one of some rooms and give it up again, each over a
 * connection of its own. They know what they were answered, and so who has which seat.
 *
 * <p>Whoever is refused because the room is full tries again at once.
 */
final class RoomClients implements HttpLoad.Requests {
  /** Kinds of answers that may come: two changes, and the refusal of who finds a room full. */
  static final Set<String> RIGHT = Set.of("joined", "left", "full");

  private static final int NOWHERE = -1;
  private static final byte[] HOST =
      ascii(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ");
  private static final byte[] NOTHING = ascii("\r\nContent-Length: 0\r\n\r\n");
  private static final byte[] END = ascii("\r\n\r\n");

  private final byte[][] tokens;
  private final byte[][] joins;
  private final byte[][] leaves;
  private final SplittableRandom random;
  private final int[] seatedIn;
  private final int[] trying;
  private final long[] sentAt;

  private Map<String, Integer> answers = new TreeMap<>();
  private LongStream.Builder latencies = LongStream.builder();

  /**
   * @param tokens of each of them
   * @param seed chooses the rooms
   */
  RoomClients(byte[][] tokens, List<UUID> rooms, long seed) {
    this.tokens = tokens.clone();
    joins = paths(rooms, "POST /api/v1/rooms/%s/members");
    leaves = paths(rooms, "DELETE /api/v1/rooms/%s/members/me");
    random = new SplittableRandom(seed);
    seatedIn = new int[tokens.length];
    Arrays.fill(seatedIn, NOWHERE);
    trying = new int[tokens.length];
    sentAt = new long[tokens.length];
  }

  private static byte[][] paths(List<UUID> rooms, String line) {
    return rooms.stream().map(room -> ascii(line.formatted(room))).toArray(byte[][]::new);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What came of some seconds.
   *
   * @param changes times of the seats that were taken and given up
   * @param answers how many there were of each kind, all together
   */
  record Outcome(Percentiles changes, Map<String, Integer> answers) {}

  /** What came since the last time that this was asked. */
  Outcome outcome() {
    Outcome outcome = new Outcome(new Percentiles(latencies.build()), answers);
    latencies = LongStream.builder();
    answers = new TreeMap<>();
    return outcome;
  }

  int count() {
    return tokens.length;
  }

  /** In which of the rooms, by its number, one of them has a seat; negative if in none. */
  int seatOf(int client) {
    return seatedIn[client];
  }

  @Override
  public void write(int client, ByteBuffer target) {
    sentAt[client] = System.nanoTime();
    if (seatedIn[client] == NOWHERE) {
      trying[client] = random.nextInt(joins.length);
      target.put(joins[trying[client]]).put(HOST).put(tokens[client]).put(NOTHING);
    } else {
      target.put(leaves[seatedIn[client]]).put(HOST).put(tokens[client]).put(END);
    }
  }

  @Override
  public void answered(int client, int status, String head, String body) {
    long latency = System.nanoTime() - sentAt[client];
    boolean joining = seatedIn[client] == NOWHERE;
    if (joining && status == 200) {
      seatedIn[client] = trying[client];
      changed("joined", latency);
    } else if (!joining && status == 204) {
      seatedIn[client] = NOWHERE;
      changed("left", latency);
    } else {
      count(
          joining && status == 409 && body.contains("\"ROOM_FULL\"") ? "full" : kind(status, body));
    }
  }

  private static String kind(int status, String body) {
    return status == 503 && body.contains("\"TOO_BUSY\"")
        ? "503 TOO_BUSY"
        : "%03d".formatted(status);
  }

  private void changed(String kind, long latency) {
    latencies.add(latency);
    count(kind);
  }

  private void count(String kind) {
    answers.merge(kind, 1, Integer::sum);
  }
}
