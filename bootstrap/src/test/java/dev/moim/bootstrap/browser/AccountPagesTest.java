package dev.moim.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.adapter.messaging.MailSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** What members do with their accounts on the pages. */
@NeedsChromium
class AccountPagesTest extends BrowserTest {
  private static final String ANOTHER_PASSWORD = "staple battery";

  /** The pages' own module, which both tabs use at the same time. */
  private static final String RENEW_AGAIN_AND_AGAIN =
      """
      import('/assets/session.js').then(async (session) => {
        for (let i = 0; i < 5; i++) await session.replace(await session.token());
        window.renewed = true;
      });
      """;

  private static final String REQUESTS =
      "return performance.getEntriesByType('resource').map(({ name }) => name).join(' ')";

  private Outbox outbox;

  @BeforeEach
  void findTheMails(@Autowired MailSettings mails) {
    outbox = new Outbox(mails.outbox());
  }

  @Test
  void one_verifies_the_address_and_edits_the_profile_and_no_request_carries_the_token() {
    Person person = person().signedUpAs("verifier");
    person.sees("Your e-mail address is not verified yet.");

    person.follows(outbox.link("verifier@example.com", "verify-email"));

    person.seesHeading("Your e-mail address is verified");
    assertThat(person.path()).isEqualTo("/verify-email");
    assertThat(person.runs(REQUESTS))
        .asString()
        .contains("/api/v1/email-confirmations")
        .doesNotContain("token");
    person.presses("Settings");
    person.waitsUntil(() ->
        "verified".equals(person.runs("return document.querySelector('.badge')?.textContent")));
    person.fills("Nickname", "verified-one");
    person.chooses("Language", "한국어");
    person.presses("Save");
    person.seesHeading("설정");
    person.presses("홈");
    person.seesHeading("verified-one님, 반가워요");
    person.reloads();
    person.seesHeading("verified-one님, 반가워요");
  }

  @Test
  void a_link_works_once_and_in_any_browser() {
    person().signedUpAs("once-only");
    String link = outbox.link("once-only@example.com", "verify-email");

    Person elsewhere = person();
    elsewhere.follows(link);
    elsewhere.seesHeading("Your e-mail address is verified");
    assertThat(elsewhere.path()).isEqualTo("/verify-email");

    Person late = person();
    late.follows(link);
    late.seesHeading("This link does not work");
  }

  @Test
  void one_ends_the_session_on_another_device_which_lands_at_the_sign_in_page() {
    Person one = person().signedUpAs("twice-in");
    Person other = person();
    other.opens("/meetings");
    other.signsIn("twice-in@example.com", Person.PASSWORD);
    other.seesHeading("Meetings");

    one.opens("/settings");
    one.sees("this one");
    one.presses("End");
    one.sees("That session has ended.");
    other.opens("/rooms");

    other.seesHeading("Sign in");
    other.signsIn("twice-in@example.com", Person.PASSWORD);
    other.seesHeading("Rooms");

    one.fills("Present password", Person.PASSWORD);
    one.fills("New password", ANOTHER_PASSWORD);
    one.presses("Change the password");
    one.sees("Your password has been changed, and your other sessions have ended.");
    other.opens("/meetings");
    other.signsIn("twice-in@example.com", ANOTHER_PASSWORD);
    other.seesHeading("Meetings");

    one.opens("/settings");
    one.presses("Sign out everywhere");
    one.pressesInFront("Sign out everywhere");
    one.seesHeading("Sign in");
    other.opens("/rooms");
    other.seesHeading("Sign in");
  }

  @Test
  void what_was_typed_stays_when_the_session_ends_in_the_middle() {
    Person one = person().signedUpAs("mid-typing");
    one.opens("/rooms/new");
    one.fills("Title", "Half a thought");
    Person other = person();
    other.opens("/settings");
    other.signsIn("mid-typing@example.com", Person.PASSWORD);
    other.presses("End");
    other.sees("That session has ended.");

    one.presses("Open a room");
    one.seesHeading("Please sign in again");
    one.fills("E-mail address", "mid-typing@example.com");
    one.fills("Password", Person.PASSWORD);
    one.pressesInFront("Sign in");

    one.seesHeading("Half a thought");
  }

  @Test
  void a_picture_is_shown_and_taken_away(@TempDir Path folder) throws IOException {
    Person person = person().signedUpAs("pictured");
    person.opens("/settings");
    person.sees("No picture yet");

    person.chooses("Choose a picture", picture(folder.resolve("me.png"), 300));

    person.sees("Your picture has been changed.");
    person.waitsUntil(() -> isShown(person));
    person.reloads();
    person.waitsUntil(() -> isShown(person));
    person.chooses("Choose a picture", Files.writeString(folder.resolve("no.png"), "no picture"));
    person.isTold("no picture");
    person.presses("Remove the picture");
    person.sees("No picture yet");
  }

  @Test
  void a_picture_that_is_too_large_to_send_is_made_smaller(@TempDir Path folder)
      throws IOException {
    Person person = person().signedUpAs("large-one");
    Path large = picture(folder.resolve("large.png"), 1400);
    assertThat(Files.size(large)).isGreaterThan(1024 * 1024);
    person.opens("/settings");

    person.chooses("Choose a picture", large);

    person.sees("Your picture has been changed.");
    person.waitsUntil(() -> isShown(person));
  }

  @Test
  void one_takes_the_data_along_leaves_and_comes_back() throws IOException {
    Person person = person().signedUpAs("leaver");
    person.opens("/settings");
    person.presses("Download my data");
    assertThat(Files.readString(person.downloaded(".json"))).contains("leaver@example.com");

    person.fills("Your password, to be sure", "not this one");
    person.presses("Leave");
    person.pressesInFront("Leave");
    person.sees("The present password is wrong.");
    person.fills("Your password, to be sure", Person.PASSWORD);
    person.presses("Leave");
    person.pressesInFront("Leave");

    person.seesHeading("You have left");
    person.presses("Sign in");
    person.signsIn("leaver@example.com", Person.PASSWORD);
    person.seesHeading("You have left");
    person.sees("Your personal data is erased on");
    assertThat(Axe.seriousProblems(person)).isEmpty();
    person.opens("/rooms");
    person.seesHeading("You have left");
    person.presses("Come back");
    person.seesHeading("Welcome, leaver");
  }

  @Test
  void a_forgotten_password_is_replaced_by_mail_and_nobody_learns_who_has_an_account() {
    person().signedUpAs("forgetful");
    Person person = person();
    person.opens("/sign-in");
    person.presses("Forgot your password?");
    person.fills("E-mail address", "nobody-here@example.com");
    person.presses("Send the link");
    person.sees("If there is an account with this address, a mail is on its way.");
    person.fills("E-mail address", "forgetful@example.com");
    person.presses("Send the link");
    person.sees("If there is an account with this address, a mail is on its way.");

    person.follows(outbox.link("forgetful@example.com", "reset-password"));
    person.seesHeading("Choose a new password");
    assertThat(person.path()).isEqualTo("/reset-password");
    person.fills("New password", "short");
    person.presses("Change the password");
    person.isTold("Please look at the marked fields.");
    person.fills("New password", ANOTHER_PASSWORD);
    person.presses("Change the password");

    person.signsIn("forgetful@example.com", ANOTHER_PASSWORD);
    person.seesHeading("Welcome, forgetful");
  }

  @Test
  void a_profile_can_be_changed_with_the_keyboard_alone() {
    person().signedUpAs("keys-only");
    Person person = person();
    person.opens("/sign-in");
    person.seesHeading("Sign in");
    person.tabsTo("E-mail address");
    person.types("keys-only@example.com");
    person.tabsTo("Password");
    person.types(Person.PASSWORD, Keys.ENTER);
    person.seesHeading("Welcome, keys-only");

    person.tabsTo("Settings");
    person.types(Keys.ENTER);
    person.seesHeading("Settings");
    person.tabsTo("Nickname");
    person.types(Keys.chord(Keys.CONTROL, "a"), "keys-still");
    person.tabsTo("Save");
    person.types(Keys.ENTER);
    person.sees("Saved.");
    person.tabsTo("Sign out everywhere");
    person.types(Keys.ENTER);
    person.seesHeading("Sign out on all devices, this one included?");
    person.types(Keys.ESCAPE);
    person.tabsTo("Download my data");
    person.opens("/");
    person.seesHeading("Welcome, keys-still");
  }

  @Test
  void a_second_tab_shares_the_session() {
    Person person = person().signedUpAs("two-tabs");

    person.opensTab("/meetings");
    person.seesHeading("Meetings");
    person.runs(RENEW_AGAIN_AND_AGAIN);
    person.goesToTab(0);
    person.runs(RENEW_AGAIN_AND_AGAIN);
    person.waitsUntil(() -> Boolean.TRUE.equals(person.runs("return window.renewed")));
    person.goesToTab(1);
    person.waitsUntil(() -> Boolean.TRUE.equals(person.runs("return window.renewed")));
    person.opens("/rooms");
    person.seesHeading("Rooms");
    person.presses("Sign out");
    person.seesHeading("Sign in");

    person.goesToTab(0);
    person.seesHeading("Sign in");
  }

  @Test
  void axe_finds_no_serious_problem_on_any_page_of_accounts() {
    Person person = person();
    for (String path :
        List.of(
            "/forgot-password",
            "/verify-email",
            "/goodbye",
            "/reset-password?token=none",
            "/sign-in?problem=EMAIL_TAKEN")) {
      findsNoSeriousProblem(person, path);
    }
    person.signedUpAs("axe-account");
    findsNoSeriousProblem(person, "/settings");
    person.presses("Sign out everywhere");
    person.seesHeading("Sign out on all devices, this one included?");
    assertThat(Axe.seriousProblems(person)).isEmpty();
  }

  private static boolean isShown(Person person) {
    return Boolean.TRUE.equals(
        person.runs(
            "const image = document.querySelector('.portrait img');"
                + "return !!image && image.naturalWidth > 0"));
  }

  /** A picture that does not compress well. */
  private static Path picture(Path file, int side) throws IOException {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillRect(0, 0, side / 4, side / 4);
    pen.dispose();
    for (int y = 0; y < side; y++) {
      for (int x = side / 2; x < side; x++) {
        image.setRGB(x, y, (x * 31 + y * 17) * 2654435 ^ (x * y));
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
