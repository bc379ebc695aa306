package dev.moim.bootstrap.browser;

import dev.moim.testkit.shared.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The Chromium of the machine, as Debian installs it; nothing is downloaded. It reads English on a
 * phone. Starting one takes seconds, so who goes home leaves it to the next, who finds nothing in
 * it: no other tab, cookie, stored value or file.
 *
 * @param downloads where files go that it downloads
 */
record Chromium(ChromeDriver driver, Path downloads) {
  static final Path BROWSER = Path.of("/usr/bin/chromium");
  static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final Deque<Chromium> FREE = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FREE.forEach(browser -> browser.driver.quit())));
  }

  static boolean isInstalled() {
    return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
  }

  /** An empty browser, for one person at a time. */
  static Chromium take() {
    Chromium left = FREE.poll();
    return left == null ? start() : left;
  }

  private static Chromium start() {
    Path downloads = TemporaryFolders.create("moim-downloads");
    ChromeDriverService driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "intl.accept_languages",
            "en-US,en",
            "download.default_directory",
            downloads.toString()));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--window-size=500,900");
    return new Chromium(new ChromeDriver(driver, options), downloads);
  }

  /**
   * Leaves the browser to the next person.
   *
   * @param origin where its pages came from, such as {@code http://localhost:8080}
   */
  void leave(String origin) {
    try {
      empty(origin);
      FREE.push(this);
    } catch (WebDriverException e) {
      driver.quit();
    }
  }

  private void empty(String origin) {
    String kept = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    for (String tab : driver.getWindowHandles()) {
      if (!tab.equals(kept)) {
        driver.switchTo().window(tab).close();
      }
    }
    driver.switchTo().window(kept);
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    for (Path file : files()) {
      TemporaryFolders.delete(file);
    }
  }

  /** What it has downloaded. */
  List<Path> files() {
    try (Stream<Path> files = Files.list(downloads)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
