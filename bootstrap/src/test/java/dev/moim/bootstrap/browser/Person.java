package dev.moim.bootstrap.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Somebody in front of a browser of their own. Finds things as people do, by what is written on
 * them, and waits for what is not there yet.
 */
final class Person implements AutoCloseable {
  static final String PASSWORD = "correct horse";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ChromeDriver browser = Chromium.start();
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

  /** Goes to the page of a path. */
  void opens(String path) {
    browser.get(base + "/#" + path);
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

  /** Presses a button, a link or the text of a box to tick. */
  void presses(String text) {
    WebElement target =
        one(
            "//*[self::button or self::a or self::label][normalize-space()=%s]"
                .formatted(quoted(text)));
    runs("arguments[0].scrollIntoView({ block: 'center' });", target);
    target.click();
  }

  void seesHeading(String text) {
    one("//*[self::h1 or self::h2][normalize-space()=%s]".formatted(quoted(text)));
  }

  void sees(String text) {
    one("//*[text()[contains(normalize-space(), %s)]]".formatted(quoted(text)));
  }

  /** Sees what was said as urgent, such as a refusal. */
  void isTold(String text) {
    one("//*[@role='alert'][contains(normalize-space(), %s)]".formatted(quoted(text)));
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
    runs("Object.defineProperty(document, 'hidden', { value: true });");
  }

  @Nullable Object runs(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  @Nullable Object runsAsync(String script, Object... arguments) {
    return browser.executeAsyncScript(script, arguments);
  }

  @Override
  public void close() {
    browser.quit();
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
