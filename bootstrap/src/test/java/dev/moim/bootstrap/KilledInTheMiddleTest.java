package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed (SIGKILL) while many people join and leave rooms, ask for groups and take
 * that back, and started again on the same data, again and again. What was answered before is still
 * so, nobody is anywhere twice, and whoever waits is matched when a partner comes.
 *
 * <p>{@code -Dmoim.tests.percent} makes it more or fewer times.
 */
class KilledInTheMiddleTest {
  private static final int KILLS =
      Math.max(1, 3 * Integer.getInteger("moim.tests.percent", 100) / 100);
  private static final long SEED = 20_260_302;
  private static final int PEOPLE = 24;
  private static final int ROOMS = 4;
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(KilledInTheMiddleTest.class);

  @TempDir private Path data;

  /** A join that was answered with success. */
  private record Joined(String room, String nickname) {}

  /** A match request that was answered with success. */
  private record Submitted(int person, String request) {}

  @Test
  void nothing_that_was_answered_is_lost_and_nobody_is_anywhere_twice() throws Exception {
    var random = new Random(SEED);
    MoimProcess moim = MoimProcess.start(data);
    try {
      for (int kill = 1; kill <= KILLS; kill++) {
        var round = new Round(kill, moim, random);
        round.liveUntil(moim::kill);
        moim = MoimProcess.start(data);
        round.check(moim);
        log.info("Killed {} times: {} answers in the last round are kept", kill, round.answers());
      }
    } finally {
      moim.close();
    }
  }

  /**
   * People and rooms of their own, from their arrival until all that was answered is found again.
   */
  private static final class Round {
    private final int number;
    private final int enough;
    private final long lasting;
    private final List<Api> people;
    private final List<String> rooms;
    private final Queue<Joined> joined = new ConcurrentLinkedQueue<>();
    private final Queue<Joined> left = new ConcurrentLinkedQueue<>();
    private final Set<Joined> leaving = ConcurrentHashMap.newKeySet();
    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<Submitted> cancelled = new ConcurrentLinkedQueue<>();

    Round(int number, MoimProcess moim, Random random) {
      this.number = number;
      enough = 20 + random.nextInt(100);
      lasting = random.nextLong(Duration.ofMillis(20).toNanos());
      people =
          IntStream.range(0, PEOPLE).parallel().mapToObj(i -> moim.api().member(name(i))).toList();
      Api host = moim.api().member("host-" + number);
      rooms = IntStream.range(0, ROOMS).mapToObj(i -> open(host, i)).toList();
    }

    private String name(int person) {
      return "person-" + number + "-" + person;
    }

    int answers() {
      return joined.size() + left.size() + submitted.size() + cancelled.size();
    }

    /** Ends at a random moment after a random number of answers. */
    void liveUntil(Kill kill) throws InterruptedException {
      CountDownLatch answers = new CountDownLatch(enough);
      ExecutorService threads = Executors.newCachedThreadPool();
      for (int i = 0; i < PEOPLE; i++) {
        int person = i;
        threads.execute(() -> live(person, answers));
      }
      answers.await();
      LockSupport.parkNanos(lasting);
      kill.now();
      threads.shutdownNow();
      threads.close();
    }

    /** Goes into rooms, out of some, and asks for groups, until the program is gone. */
    private void live(int person, CountDownLatch answers) {
      Api api = people.get(person);
      String time = person % 2 == 0 ? "lunch" : "dinner";
      try {
        for (int i = 0; i < ROOMS; i++) {
          var seat = new Joined(rooms.get((person + i) % ROOMS), name(person));
          if (api.post(seat.room() + "/members").status() == 200) {
            joined.add(seat);
          }
          answers.countDown();
          Api.Answer request =
              api.post("/match-requests", Map.of("category", "meal", "condition", condition(time)));
          if (request.status() == 201) {
            var one = new Submitted(person, "/match-requests/" + request.text("id"));
            submitted.add(one);
            if (person % 3 == 0 && api.delete(one.request()).status() == 204) {
              cancelled.add(one);
            }
          }
          answers.countDown();
          if (person % 4 == 0) {
            leaving.add(seat);
            if (api.delete(seat.room() + "/members/me").status() == 204) {
              left.add(seat);
            }
          }
        }
      } catch (RuntimeException gone) {
        // The program was killed while it answered: what it had not said, it need not keep.
      }
    }

    void check(MoimProcess moim) {
      List<Api> back = people.stream().map(moim::as).toList();
      Set<Joined> staying = new HashSet<>(joined);
      staying.removeAll(leaving);
      assertRooms(back.getFirst(), rooms, staying, Set.copyOf(left));
      assertRequests(back, submitted, cancelled);

      Api last = moim.api().member("last-" + number);
      Api partner = moim.api().member("partner-" + number);
      String request = submit(last, "midnight");
      submit(partner, "midnight");
      await().atMost(A_WHILE).until(() -> last.get(request).text("status").equals("MATCHED"));
    }
  }

  /** Ends the program. */
  @FunctionalInterface
  private interface Kill {
    void now() throws InterruptedException;
  }

  private static void assertRooms(
      Api viewer, List<String> rooms, Set<Joined> staying, Set<Joined> left) {
    Map<String, Set<String>> members = new HashMap<>();
    for (String room : rooms) {
      JsonNode seen = viewer.get(room).json();
      List<String> names =
          seen.path("members").valueStream().map(m -> m.path("nickname").asString()).toList();
      members.put(room, new HashSet<>(names));
      assertThat(names).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(20);
      assertThat(seen.path("seats").path("taken").asInt()).isEqualTo(names.size());
    }
    assertThat(staying)
        .allSatisfy(seat -> assertThat(members.get(seat.room())).contains(seat.nickname()));
    assertThat(left)
        .allSatisfy(seat -> assertThat(members.get(seat.room())).doesNotContain(seat.nickname()));
  }

  private static void assertRequests(
      List<Api> people, Collection<Submitted> submitted, Collection<Submitted> cancelled) {
    for (Submitted one : submitted) {
      assertThat(people.get(one.person()).get(one.request()).status()).isEqualTo(200);
    }
    for (Submitted one : cancelled) {
      assertThat(people.get(one.person()).get(one.request()).text("status")).isEqualTo("CANCELLED");
    }
    // Those who were not matched yet are matched now, but for one of each kind at the most.
    await().atMost(A_WHILE).until(() -> waiting(people) <= 2);
    for (Api person : people) {
      List<String> meetings = new ArrayList<>();
      person
          .get("/meetings")
          .json()
          .path("items")
          .forEach(m -> meetings.add(m.path("id").asString()));
      List<String> matched = new ArrayList<>();
      for (JsonNode request : person.get("/match-requests?limit=100").json().path("items")) {
        if (request.path("status").asString().equals("MATCHED")) {
          matched.add(request.path("meetingId").asString());
        }
      }
      assertThat(meetings).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(matched);
      for (JsonNode meeting : person.get("/meetings").json().path("items")) {
        List<String> together =
            meeting.path("members").valueStream().map(m -> m.path("nickname").asString()).toList();
        assertThat(together).doesNotHaveDuplicates().hasSizeBetween(2, 4);
      }
    }
  }

  private static long waiting(List<Api> people) {
    return people.stream()
        .flatMap(
            person -> person.get("/match-requests?limit=100").json().path("items").valueStream())
        .filter(request -> request.path("status").asString().equals("WAITING"))
        .count();
  }

  private static String open(Api host, int number) {
    Api.Answer room =
        host.post(
            "/rooms",
            Map.of(
                "title",
                "Room " + number,
                "category",
                "exercise",
                "meetsAt",
                Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                "capacity",
                20));
    assertThat(room.status()).as(room.toString()).isEqualTo(201);
    return "/rooms/" + room.text("id");
  }

  private static String submit(Api member, String time) {
    Api.Answer request =
        member.post("/match-requests", Map.of("category", "meal", "condition", condition(time)));
    assertThat(request.status()).as(request.toString()).isEqualTo(201);
    return "/match-requests/" + request.text("id");
  }

  private static Map<String, List<String>> condition(String time) {
    return Map.of("time", List.of(time));
  }
}
