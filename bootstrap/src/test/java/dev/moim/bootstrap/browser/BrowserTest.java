package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.bootstrap.RunningMoim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Tests in which people sit in front of browsers. */
abstract class BrowserTest extends RunningMoim {
  private final List<Person> people = new ArrayList<>();

  @AfterEach
  void everybodyGoesHome() {
    people.forEach(Person::close);
  }

  Person person() {
    Person person = new Person("http://localhost:" + port());
    people.add(person);
    return person;
  }

  /** Opens a room that suits everybody, and returns its path. */
  static String opensRoom(Person host, String title, int seats) {
    host.opens("/rooms/new");
    host.fills("Title", title);
    host.fills("Seats", Integer.toString(seats));
    host.presses("Open a room");
    host.seesHeading(title);
    return host.path();
  }

  /** Looks closely at the page of a path, loaded anew. */
  static void findsNoSeriousProblem(Person person, String path) {
    person.opens(path);
    person.reloads();
    person.waitsUntil(() ->
        Boolean.TRUE.equals(
            person.runs(
                "return !!document.querySelector('h1') && !document.querySelector('.loading')")));
    assertThat(Axe.seriousProblems(person)).as(path).isEmpty();
  }
}
