package dev.moim.adapter.web.provider;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of our own pages, by what stands behind {@code #}. Nothing else can be named: no other site,
 * and nothing that a browser takes for one.
 */
record Page(String path) {
  private static final int LONGEST = 200;
  private static final Pattern FORM =
      Pattern.compile("/|(/[\\w-]+)+(\\?[\\w.~=&:-]*(%[0-9A-Fa-f]{2}[\\w.~=&:-]*)*)?");

  // Behind the form that they must have.
  static final Page HOME = new Page("/");
  static final Page SIGN_IN = new Page("/sign-in");
  static final Page SETTINGS = new Page("/settings");

  Page {
    if (!isOne(path)) {
      throw new IllegalArgumentException("no page of ours");
    }
  }

  /** The page that a browser asks to be sent to; another one if that makes no sense. */
  static Page named(@Nullable String path, Page otherwise) {
    String bare = path != null && path.startsWith("#") ? path.substring(1) : path;
    return bare != null && isOne(bare) ? new Page(bare) : otherwise;
  }

  private static boolean isOne(String path) {
    return path.length() <= LONGEST && FORM.matcher(path).matches();
  }

  /** As in a {@code Location} header: without a host, so that it stays on the one that is asked. */
  String location() {
    return "/#" + path;
  }

  /** The page, told why nothing came of what somebody wanted. */
  String location(String problem) {
    return location() + (path.contains("?") ? "&" : "?") + "problem=" + problem;
  }
}
