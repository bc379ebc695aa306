package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people do on the pages of rooms, in both languages. */
@NeedsChromium
class RoomPagesTest extends BrowserTest {
  @Test
  void who_waits_is_offered_the_seat_that_becomes_free_for_some_time_and_takes_it() {
    Person host = person().signedUpAs("list-host");
    String room = opensRoom(host, "One seat too few", 2);
    Person first = person().signedUpAs("list-first");
    first.opens(room);
    first.presses("Join");
    first.sees("Full (2 of 2)");
    Person waiting = person().signedUpAs("list-waiting");
    waiting.presses("한국어");
    waiting.seesHeading("list-waiting님, 반가워요");

    waiting.opens(room);
    waiting.presses("자리 기다리기");
    waiting.sees("1명 가운데 1번째로 기다리는 중입니다.");
    host.sees("Waiting for a seat: 1");
    first.presses("Leave");
    first.sees("You have left the room.");

    waiting.sees("까지 내 자리가 있습니다.");
    waiting.sees("1/2명 · 기다리는 사람 몫 1자리");
    first.sees("Full (1 of 2, 1 kept for who waits)");
    first.sees("Wait for a seat");
    assertThat(Axe.seriousProblems(waiting)).isEmpty();
    waiting.presses("자리 받기");
    waiting.seesNoMore("까지 내 자리가 있습니다.");
    host.sees("list-waiting");
    host.sees("Full (2 of 2)");
  }

  @Test
  void what_a_host_edits_is_not_lost_to_others_and_a_conflict_is_told() {
    Person host = person().signedUpAs("edit-host");
    String room = opensRoom(host, "To be edited", 2);
    host.opens(room + "/edit");
    host.seesHeading("Edit the room");
    Person guest = person().signedUpAs("edit-guest");
    guest.opens(room);
    guest.presses("Join");
    guest.sees("Full (2 of 2)");

    host.fills("Seats", "3");
    host.presses("Save");
    host.sees("2 of 3 seats taken");

    host.opens(room + "/edit");
    host.seesHeading("Edit the room");
    assertThat(Axe.seriousProblems(host)).isEmpty();
    host.opensTab(room + "/edit");
    host.fills("Title", "Edited elsewhere");
    host.presses("Save");
    host.seesHeading("Edited elsewhere");
    host.goesToTab(0);
    host.fills("Seats", "4");
    host.presses("Save");
    host.isTold("now it is “Edited elsewhere”");
    assertThat(Axe.seriousProblems(host)).isEmpty();
    host.presses("Save");

    host.seesHeading("Edited elsewhere");
    host.sees("2 of 4 seats taken");
    guest.sees("2 of 4 seats taken");
  }

  @Test
  void a_host_confirms_what_stands_on_the_page_and_not_what_became_of_it() {
    Person host = person().signedUpAs("sure-host");
    String room = opensRoom(host, "Lunch at noon", 4);
    Person guest = person().signedUpAs("sure-guest");
    guest.opens(room);
    guest.presses("Join");
    host.sees("2 of 4 seats taken");
    host.looksAway();
    does(
        host,
        room,
        "await api.editRoom(await api.room(id), { title: 'Dinner instead' });"
            + "await api.editRoom(await api.room(id), { capacity: 3 });");

    host.presses("Confirm");

    host.isTold("The room was changed in the meantime, so it is not confirmed.");
    host.seesHeading("Dinner instead");
    host.sees("2 of 3 seats taken");
    assertThat(Axe.seriousProblems(host)).isEmpty();
    guest.sees("2 of 3 seats taken");
    guest.presses("Leave");
    guest.sees("You have left the room.");
    guest.presses("Join");
    guest.sees("2 of 3 seats taken");
    host.presses("Confirm");
    host.sees("Who comes");
    guest.sees("This room has been confirmed.");
  }

  @Test
  void who_cannot_come_is_asked_by_the_name_place_and_time_of_the_meeting() {
    Person host = person().signedUpAs("absent-host");
    host.opens("/rooms/new");
    host.chooses("Category", "Meal");
    host.presses("Seocho");
    host.fills("Title", "Lunch at the gate");
    host.presses("Open a room");
    host.seesHeading("Lunch at the gate");
    Person guest = person().signedUpAs("absent-guest");
    guest.opens(host.path());
    guest.presses("Join");
    host.sees("absent-guest");
    host.presses("Confirm");
    host.sees("Who comes");
    String when = (String) host.runs("return document.querySelector('.when').textContent");

    host.presses("I cannot come");

    host.sees("Lunch at the gate · Meal · Seocho · " + when);
    assertThat(Axe.seriousProblems(host)).isEmpty();
    host.pressesInFront("I cannot come");
    host.sees("The others have been told.");
  }

  @Test
  void who_has_a_room_open_reads_what_the_host_changes_and_loses_nothing_typed() {
    Person host = person().signedUpAs("moving-host");
    String room = opensRoom(host, "Lunch at one", 3);
    Person guest = person().signedUpAs("moving-guest");
    guest.opens(room);
    guest.presses("Join");
    guest.sees("2 of 3 seats taken");
    Person looker = person().signedUpAs("moving-looker");
    looker.presses("한국어");
    looker.seesHeading("moving-looker님, 반가워요");
    looker.opens(room);
    looker.presses("들어가기");
    looker.sees("3/3명");
    looker.opens("/rooms?mine=true");
    looker.sees("Lunch at one");
    guest.fills("What you want to say", "I bring the");

    host.opens(room + "/edit");
    host.seesHeading("Edit the room");
    host.fills("Title", "Lunch, but later");
    host.presses("Seocho");
    host.runs(
        "const field = document.querySelector('[name=meetsAt]');"
            + "field.value = field.value.replace(/:\\d\\d$/, ':37');");
    host.fills("Description", "The kitchen opens late");
    host.presses("Save");

    guest.sees("This room has been changed.");
    guest.seesHeading("Lunch, but later");
    guest.sees(":37");
    guest.sees("Seocho");
    guest.sees("The kitchen opens late");
    assertThat(guest.runs("return document.title")).isEqualTo("Lunch, but later · Moim");
    assertThat(guest.runs("return document.activeElement.value")).isEqualTo("I bring the");
    assertThat(Axe.seriousProblems(guest)).isEmpty();
    looker.sees("Lunch, but later");
    looker.sees(":37");
    looker.sees("서초");
    looker.seesNoMore("Lunch at one");
  }

  @Test
  void a_host_removes_a_member_who_is_told_why_and_stays_out() {
    Person host = person().signedUpAs("remove-host");
    String room = opensRoom(host, "Not with everybody", 3);
    Person guest = person().signedUpAs("remove-guest");
    guest.presses("한국어");
    guest.seesHeading("remove-guest님, 반가워요");
    guest.opens(room);
    guest.presses("들어가기");
    guest.sees("2/3명");

    host.sees("remove-guest");
    host.presses("Remove");
    host.fills("Reason", "We wanted to be alone");
    assertThat(Axe.seriousProblems(host)).isEmpty();
    host.pressesInFront("Remove");
    host.sees("1 of 3 seats taken");

    guest.sees("1/3명");
    guest.presses("들어가기");
    guest.isTold("방장이 내보낸 방에는 다시 들어갈 수 없습니다.");
    guest.opens("/");
    guest.sees("We wanted to be alone");
  }

  @Test
  void members_talk_in_a_room_and_what_is_deleted_leaves_its_answers() {
    Person host = person().signedUpAs("talk-host");
    String room = opensRoom(host, "Much to say", 3);
    Person guest = person().signedUpAs("talk-guest");
    guest.presses("한국어");
    guest.seesHeading("talk-guest님, 반가워요");
    guest.opens(room);
    guest.sees("아직 댓글이 없습니다.");
    guest.presses("들어가기");

    host.fills("What you want to say", "At the gate?");
    host.presses("Send");
    guest.sees("At the gate?");
    guest.presses("답글");
    guest.fills("답글", "문 앞에서 만나요");
    guest.presses("남기기");
    host.sees("문 앞에서 만나요");
    assertThat(Axe.seriousProblems(host)).isEmpty();

    host.presses("Delete");
    host.seesHeading("Delete this comment?");
    host.pressesInFront("Delete");

    host.sees("This comment was deleted.");
    guest.sees("지워진 댓글입니다.");
    guest.sees("문 앞에서 만나요");
    assertThat(Axe.seriousProblems(guest)).isEmpty();
    guest.presses("지우기");
    guest.pressesInFront("지우기");
    guest.sees("아직 댓글이 없습니다.");
    host.sees("Nobody has said anything yet.");
  }

  @Test
  void however_much_was_said_the_latest_is_seen_at_once_and_the_rest_at_a_tap() {
    Person host = person().signedUpAs("long-host");
    String room = opensRoom(host, "An endless talk", 3);
    Person guest = person().signedUpAs("long-guest");
    guest.presses("한국어");
    guest.seesHeading("long-guest님, 반가워요");
    guest.opens(room);
    guest.presses("들어가기");
    guest.fills("하고 싶은 말", "At the gate?");
    guest.presses("남기기");
    guest.sees("댓글을 남겼습니다.");
    guest.opens("/rooms");
    saysRemarks(host, room, 1, 118);
    does(
        host,
        room,
        "const page = await api.comments(id, { limit: 1 });"
            + "await api.comment(id, 'By the river', page.items[0].id);");

    guest.opens(room);
    guest.sees("By the river");
    guest.sees("이전 댓글에 남긴 답글");
    guest.sees("Remark 070.");
    guest.seesNoMore("Remark 069.");
    long before = requests(guest, "/comments?");
    guest.waitsUntil(() -> requests(guest, "/comments?") >= before + 2);
    assertThat(requests(guest, "cursor=")).isZero();
    assertThat(Axe.seriousProblems(guest)).isEmpty();

    guest.presses("이전 댓글 보기");
    guest.sees("Remark 020.");
    does(
        host,
        room,
        "const page = await api.comments(id, { limit: 100 });"
            + "const one = page.items.find(({ text }) => text === 'Remark 020.');"
            + "await api.editComment(id, one, 'Remark 020, corrected');");
    guest.sees("Remark 020, corrected");

    guest.presses("이전 댓글 보기");
    guest.sees("At the gate?");
    guest.seesNoMore("이전 댓글 보기");
    guest.seesNoMore("이전 댓글에 남긴 답글");
    guest.presses("지우기");
    guest.pressesInFront("지우기");
    guest.sees("지워진 댓글입니다.");
    guest.presses("답글");
    guest.fills("답글", "Half a");
    saysRemarks(host, room, 119, 119);
    guest.sees("Remark 119.");
    assertThat(guest.runs("return document.activeElement.value")).isEqualTo("Half a");
    assertThat(Axe.seriousProblems(guest)).isEmpty();
  }

  @Test
  void who_looks_again_after_more_than_a_page_was_said_sees_the_latest_without_a_gap() {
    Person host = person().signedUpAs("gap-host");
    String room = opensRoom(host, "Talk meanwhile", 2);
    saysRemarks(host, room, 1, 60);
    Person looker = person().signedUpAs("gap-looker");
    looker.opens(room);
    looker.sees("Remark 060.");
    looker.presses("Show earlier comments");
    looker.sees("Remark 001.");
    looker.looksAway();
    saysRemarks(host, room, 61, 170);

    looker.looksBack();

    looker.sees("Remark 170.");
    looker.seesNoMore("Remark 060.");
    looker.presses("Show earlier comments");
    looker.sees("Remark 071.");
    looker.seesNoMore("Remark 060.");
    looker.presses("Show earlier comments");
    looker.sees("Remark 060.");
    looker.sees("Remark 021.");
  }

  /** Says more in a room than anybody would type. */
  private static void saysRemarks(Person person, String room, int from, int to) {
    does(
        person,
        room,
        "for (let i = %d; i <= %d; i++)".formatted(from, to)
            + " await api.comment(id, `Remark ${String(i).padStart(3, '0')}.`);");
  }

  /** Does something in a room as the pages do, without pressing anything. */
  private static void does(Person person, String room, String what) {
    assertThat(
            person.runsAsync(
                "const [id, done] = arguments;"
                    + "const act = async (api) => {"
                    + what
                    + "};"
                    + "import('/assets/api.js').then(act).then(() => done(), (e) => done(String(e)));",
                room.substring("/rooms/".length())))
        .isNull();
  }

  /** How many requests with that in their address the pages have sent. */
  private static long requests(Person person, String part) {
    return (Long)
        Objects.requireNonNull(
            person.runs(
                "return performance.getEntriesByType('resource')"
                    + ".filter(({ name }) => name.includes(arguments[0])).length",
                part));
  }

  @Test
  void rooms_are_filtered_and_the_address_keeps_the_filters() {
    Person person = person().signedUpAs("filterer");
    person.opens("/rooms/new");
    person.chooses("Category", "Meal");
    person.presses("Seocho");
    person.fills("Title", "Only at Seocho");
    person.presses("Open a room");
    person.seesHeading("Only at Seocho");
    person.opens("/rooms/new");
    person.chooses("Category", "Meal");
    person.fills("Title", "Wherever you like");
    person.presses("Open a room");
    person.seesHeading("Wherever you like");

    person.opens("/rooms");
    person.presses("My rooms");
    person.chooses("Category", "Meal");
    person.sees("Only at Seocho");
    person.sees("Wherever you like");
    person.chooses("Place", "Gaepo");

    person.seesNoMore("Only at Seocho");
    person.sees("Wherever you like");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    person.reloads();
    person.sees("Wherever you like");
    person.seesNoMore("Only at Seocho");
    person.presses("한국어");
    person.seesHeading("방");
    person.chooses("장소", "서초");
    person.sees("Only at Seocho");
    assertThat(person.path()).contains("category=meal", "place=seocho", "mine=true");
  }
}
