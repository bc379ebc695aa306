package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.in.AppointAdmin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What managers and admins do on the pages, and what members see of it. */
@NeedsChromium
class AdministrationPagesTest extends BrowserTest {
  @Autowired private AppointAdmin appointAdmin;

  @Test
  void an_admin_warns_a_member_who_is_told_until_when_and_why_and_takes_it_back() {
    Person culprit = person().signedUpAs("culprit");
    Person admin = admin("warning-admin");

    admin.presses("Admin");
    admin.presses("Members");
    admin.fills("Whole nickname or e-mail", "culprit");
    admin.presses("Find");
    admin.presses("culprit");
    admin.presses("Warn");
    admin.fills("Reason", "Shouting in every room");
    admin.pressesInFront("Give the warning");
    admin.sees("Shouting in every room");
    admin.sees("Blocked");
    assertThat(Axe.seriousProblems(admin)).isEmpty();

    culprit.opens("/rooms");
    culprit.signsIn("culprit@example.com", Person.PASSWORD);
    culprit.seesHeading("You are blocked for now");
    culprit.sees("You may not act until");
    culprit.sees("Shouting in every room");
    assertThat(Axe.seriousProblems(culprit)).isEmpty();
    culprit.presses("Warnings");
    culprit.seesHeading("Settings");
    culprit.sees("in force");
    culprit.sees("Download my data");
    culprit.opens("/rooms/new");
    culprit.seesHeading("You are blocked for now");

    admin.presses("Take back");
    admin.pressesInFront("Take back");
    admin.sees("taken back on");
    culprit.reloads();
    culprit.seesHeading("You may act again");
    culprit.presses("To the home page");
    culprit.seesHeading("Welcome, culprit");
    culprit.sees("You were warned and cannot act until");
  }

  @Test
  void an_admin_makes_a_manager_who_finds_the_reports_but_not_the_members() {
    Person member = person().signedUpAs("promoted");
    Person admin = admin("role-admin");

    admin.opens("/admin/members?search=promoted");
    admin.presses("promoted");
    admin.chooses("New role", "manager");
    admin.presses("Change the role");
    admin.pressesInFront("Change the role");
    admin.sees("The role of promoted is now: manager.");

    member.opens("/rooms");
    member.signsIn("promoted@example.com", Person.PASSWORD);
    member.seesHeading("Rooms");
    member.presses("Admin");
    member.seesHeading("Reports");
    member.opens("/admin/members");
    member.seesHeading("Welcome, promoted");
  }

  @Test
  void a_member_reports_a_room_and_hears_what_a_manager_decides() {
    Person host = person().signedUpAs("reported-host");
    host.opens("/rooms/new");
    host.fills("Title", "Buy my watches");
    host.presses("Open a room");
    host.seesHeading("Buy my watches");
    Person reporter = person().signedUpAs("reporter");
    reporter.opens(host.path());
    reporter.presses("Report this room");
    reporter.pressesInFront("Report");
    reporter.isTold("Please look at the marked fields.");
    reporter.fills("Reason", "This is an advertisement");
    assertThat(Axe.seriousProblems(reporter)).isEmpty();
    reporter.pressesInFront("Report");
    reporter.sees("Thank you. A manager looks at it");

    Person admin = admin("report-admin");
    admin.presses("Admin");
    admin.sees("This is an advertisement");
    admin.sees("Buy my watches");
    assertThat(Axe.seriousProblems(admin)).isEmpty();
    admin.presses("Dismiss");
    admin.fills("Reason", "They only talk about them");
    admin.pressesInFront("Dismiss");
    admin.sees("No report is waiting.");
    admin.chooses("Status", "Decided");
    admin.sees("They only talk about them");

    reporter.opens("/");
    reporter.sees("What you reported has been looked at: nothing was found wrong with it.");
    admin.presses("Audit log");
    admin.chooses("What", "Report decided");
    admin.fills("By", "report-admin");
    admin.presses("Filter");
    admin.sees("They only talk about them");
    assertThat(Axe.seriousProblems(admin)).isEmpty();
    admin.fills("On", "nobody-here");
    admin.presses("Filter");
    admin.sees("There is no such member.");
  }

  @Test
  void a_member_reports_another_one() {
    Person host = person().signedUpAs("rude-host");
    host.opens("/rooms/new");
    host.fills("Title", "A quiet evening");
    host.presses("Open a room");
    host.seesHeading("A quiet evening");
    Person guest = person().signedUpAs("polite-guest");
    guest.opens(host.path());

    guest.presses("rude-host");
    guest.seesHeading("rude-host");
    assertThat(Axe.seriousProblems(guest)).isEmpty();
    guest.presses("Report this member");
    guest.fills("Reason", "An insulting nickname");
    guest.pressesInFront("Report");

    guest.sees("Thank you. A manager looks at it");
  }

  @Test
  void an_admin_sees_the_pools_and_tries_another_policy() {
    Person admin = admin("pool-admin");

    admin.opens("/admin/pools");
    admin.seesHeading("Matching");
    admin.sees("Open groups");
    admin.presses("oldest-first");
    admin.presses("Try");
    admin.sees("Really, of");
    admin.sees("Asked for less");
    assertThat(Axe.seriousProblems(admin)).isEmpty();
  }

  @Test
  void axe_finds_no_serious_problem_on_any_page_of_administration() {
    Person admin = admin("axe-admin");

    findsNoSeriousProblem(admin, "/admin");
    findsNoSeriousProblem(admin, "/admin?status=DECIDED");
    findsNoSeriousProblem(admin, "/admin/members");
    findsNoSeriousProblem(admin, "/admin/audit-log");
    findsNoSeriousProblem(admin, "/admin/pools");
    admin.opens("/admin/members?search=axe-admin");
    admin.presses("axe-admin");
    admin.seesHeading("Role");
    assertThat(Axe.seriousProblems(admin)).isEmpty();
  }

  /**
   * An admin, on the home page, who was made by the operator with the language of the community.
   */
  private Person admin(String nickname) {
    String email = nickname + "@example.com";
    appointAdmin.appoint(new AppointAdmin.Command(email, nickname, () -> Person.PASSWORD));
    Person admin = person();
    admin.opens("/sign-in");
    admin.signsIn(email, Person.PASSWORD);
    admin.seesHeading(nickname + "님, 반가워요");
    admin.presses("English");
    admin.seesHeading("Welcome, " + nickname);
    return admin;
  }
}
