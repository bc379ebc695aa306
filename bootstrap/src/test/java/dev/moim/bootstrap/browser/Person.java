package dev.moim.bootstrap.browser;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/**
 * Somebody in front of a browser of their own. Finds things as people do, by what is written on
 * them, and waits for what is not there yet.
 */
final class Person implements AutoCloseable {
  static final String PASSWORD = "correct horse";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_TABS = 60;

  private final Chromium chromium = Chromium.take();
  private final ChromeDriver browser = chromium.driver();
  private final String base;

  Person(String base) {
    this.base = base;
  }

  /** Makes an account and is on the home page afterwards. */
  Person signedUpAs(String nickname) {
    opens("/sign-up");
    fills("E-mail address", nickname + "@example.com");
    fills("Nickname", nickname);
    fills("Password", PASSWORD);
    presses("Sign up");
    seesHeading("Welcome, " + nickname);
    return this;
  }

  /** Fills the form of the sign-in page, on which this person is. */
  void signsIn(String email, String password) {
    seesHeading("Sign in");
    fills("E-mail address", email);
    fills("Password", password);
    presses("Sign in");
  }

  /** Follows a link from elsewhere, such as a mail. */
  void follows(String link) {
    browser.get(link);
  }

  /** Goes to the page of a path. */
  void opens(String path) {
    browser.get(base + "/#" + path);
  }

  /** Opens the page of a path in another tab, and looks at it. */
  void opensTab(String path) {
    browser.switchTo().newWindow(WindowType.TAB);
    opens(path);
  }

  /** Looks at the tab that was opened as the n-th, from 0. */
  void goesToTab(int n) {
    browser
        .switchTo()
        .window(browser.getWindowHandles().stream().skip(n).findFirst().orElseThrow());
  }

  void reloads() {
    browser.navigate().refresh();
  }

  void fills(String label, String value) {
    WebElement field = labelled(label);
    field.clear();
    field.sendKeys(value);
  }

  void chooses(String label, String option) {
    labelled(label)
        .findElement(By.xpath(".//option[normalize-space()=%s]".formatted(quoted(option))))
        .click();
  }

  /** Gives a file to a field. */
  void chooses(String label, Path file) {
    labelled(label).sendKeys(file.toString());
  }

  /** Presses a button, a link or the text of a box to tick. */
  void presses(String text) {
    presses("", text);
  }

  /** Presses a button in front of the page. */
  void pressesInFront(String text) {
    presses("//dialog", text);
  }

  private void presses(String within, String text) {
    WebElement target =
        one(
            "%s//*[self::button or self::a or self::label][normalize-space()=%s]"
                .formatted(within, quoted(text)));
    runs("arguments[0].scrollIntoView({ block: 'center' });", target);
    target.click();
  }

  /** Moves the focus on with the Tab key until it is on something with this name. */
  void tabsTo(String name) {
    for (int i = 0; i < MOST_TABS; i++) {
      WebElement focused = browser.switchTo().activeElement();
      if (name.equals(focused.getAccessibleName())) {
        return;
      }
      new Actions(browser).sendKeys(Keys.TAB).perform();
    }
    throw new AssertionError("the Tab key does not lead to " + name);
  }

  /** Presses keys, whatever has the focus. */
  void types(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  /** The latest file that was downloaded, waited for. */
  Path downloaded(String ending) {
    return await(ending)
        .atMost(PATIENCE)
        .until(
            () ->
                chromium.files().stream().filter(file -> file.toString().endsWith(ending)).toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  void seesHeading(String text) {
    one("//*[self::h1 or self::h2][normalize-space()=%s]".formatted(quoted(text)));
  }

  void sees(String text) {
    one(containing(text));
  }

  private static String containing(String text) {
    return "//*[text()[contains(normalize-space(), %s)]]".formatted(quoted(text));
  }

  /** Sees what was said as urgent, such as a refusal. */
  void isTold(String text) {
    one("//*[@role='alert'][contains(normalize-space(), %s)]".formatted(quoted(text)));
  }

  /** Waits until that stands nowhere on the page any more. */
  void seesNoMore(String text) {
    waitsUntil(() -> seen(containing(text)).isEmpty());
  }

  /** The path of the page that is shown. */
  String path() {
    String address = Objects.requireNonNull(browser.getCurrentUrl());
    return address.substring(address.indexOf('#') + 1);
  }

  void waitsUntil(BooleanSupplier isSo) {
    await().atMost(PATIENCE).until(isSo::getAsBoolean);
  }

  /** Stops looking, so that the pages rest as they do in a hidden tab. */
  void looksAway() {
    runs("Object.defineProperty(document, 'hidden', { value: true, configurable: true });");
  }

  /** Looks again, after having looked away. */
  void looksBack() {
    runs("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'));");
  }

  @Nullable Object runs(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  @Nullable Object runsAsync(String script, Object... arguments) {
    return browser.executeAsyncScript(script, arguments);
  }

  @Override
  public void close() {
    chromium.leave(base);
  }

  private WebElement labelled(String label) {
    WebElement name = one("//label[normalize-space()=%s]".formatted(quoted(label)));
    String field = Objects.requireNonNull(name.getDomAttribute("for"));
    return browser.findElement(By.id(field));
  }

  /** The first such element that can be seen, waited for. */
  private WebElement one(String xpath) {
    return await(xpath)
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(() -> seen(xpath), found -> !found.isEmpty())
        .getFirst();
  }

  private List<WebElement> seen(String xpath) {
    return browser.findElements(By.xpath(xpath)).stream().filter(WebElement::isDisplayed).toList();
  }

  private static String quoted(String text) {
    return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
  }
}
