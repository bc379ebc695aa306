package dev.moim.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed (SIGKILL) while many people join rooms and ask for groups, and started
 * again on the same data. What was answered before is still so, nobody is anywhere twice, and
 * whoever waits is matched when a partner comes.
 */
class KilledInTheMiddleTest {
  private static final int PEOPLE = 24;
  private static final int ROOMS = 4;
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  @TempDir private Path data;

  /** A join that was answered with success. */
  private record Joined(String room, String nickname) {}

  /** A match request that was answered with success. */
  private record Submitted(int person, String request) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void nothing_that_was_answered_is_lost_and_nobody_is_anywhere_twice(long seed) throws Exception {
    List<Api> people;
    List<String> rooms;
    Queue<Joined> joined = new ConcurrentLinkedQueue<>();
    Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    int enough = 20 + new Random(seed).nextInt(50);

    try (MoimProcess moim = MoimProcess.start(data)) {
      people =
          IntStream.range(0, PEOPLE)
              .parallel()
              .mapToObj(i -> moim.api().member("person-" + i))
              .toList();
      Api host = moim.api().member("kill-host");
      rooms = IntStream.range(0, ROOMS).mapToObj(i -> open(host, i)).toList();
      CountDownLatch answers = new CountDownLatch(enough);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      for (int i = 0; i < PEOPLE; i++) {
        Api person = people.get(i);
        int number = i;
        threads.execute(() -> live(person, number, rooms, joined, submitted, answers));
      }
      answers.await();

      moim.kill();
      threads.shutdownNow();
      threads.close();
    }

    try (MoimProcess moim = MoimProcess.start(data)) {
      List<Api> back = people.stream().map(moim::as).toList();
      assertRooms(back.getFirst(), rooms, joined);
      assertRequests(back, submitted);

      Api last = moim.api().member("last-" + seed);
      Api partner = moim.api().member("partner-" + seed);
      String request = submit(last, "midnight");
      submit(partner, "midnight");
      await().atMost(A_WHILE).until(() -> last.get(request).text("status").equals("MATCHED"));
    }
  }

  /** Joins every room and asks for a group, until the program is gone; notes what was answered. */
  private static void live(
      Api person,
      int number,
      List<String> rooms,
      Queue<Joined> joined,
      Queue<Submitted> submitted,
      CountDownLatch answers) {
    try {
      for (String room : rooms) {
        if (person.post(room + "/members").status() == 200) {
          joined.add(new Joined(room, "person-" + number));
        }
        answers.countDown();
        String time = number % 2 == 0 ? "lunch" : "dinner";
        Api.Answer request =
            person.post(
                "/match-requests", Map.of("category", "meal", "condition", condition(time)));
        if (request.status() == 201) {
          submitted.add(new Submitted(number, "/match-requests/" + request.text("id")));
        }
        answers.countDown();
      }
    } catch (RuntimeException gone) {
      // The program was killed while it answered: what it had not said, it need not keep.
    }
  }

  private static void assertRooms(Api viewer, List<String> rooms, Queue<Joined> joined) {
    Map<String, Set<String>> members = new HashMap<>();
    for (String room : rooms) {
      JsonNode seen = viewer.get(room).json();
      List<String> names =
          seen.path("members").valueStream().map(m -> m.path("nickname").asString()).toList();
      members.put(room, new HashSet<>(names));
      assertThat(names).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(20);
      assertThat(seen.path("seats").path("taken").asInt()).isEqualTo(names.size());
    }
    assertThat(joined)
        .allSatisfy(seat -> assertThat(members.get(seat.room())).contains(seat.nickname()));
  }

  private static void assertRequests(List<Api> people, Queue<Submitted> submitted) {
    for (Submitted one : submitted) {
      assertThat(people.get(one.person()).get(one.request()).status()).isEqualTo(200);
    }
    // Those who were not matched yet are matched now, but for one of each kind at the most.
    await().atMost(A_WHILE).until(() -> waiting(people) <= 2);
    Map<String, Integer> seats = new HashMap<>();
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
        seats.merge(meeting.path("id").asString(), 1, Integer::sum);
        assertThat(meeting.path("members").size()).isBetween(2, 4);
      }
    }
    assertThat(seats.values()).allSatisfy(count -> assertThat(count).isBetween(2, 4));
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
