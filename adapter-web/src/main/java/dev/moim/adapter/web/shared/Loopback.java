package dev.moim.adapter.web.shared;

import java.util.regex.Pattern;

/** Names of this computer that lead nowhere else, whoever is asked. */
public final class Loopback {
  private static final Pattern NAMES =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?(0:0:0:0:0:0:0|:):1]?");

  private Loopback() {}

  public static boolean is(String host) {
    return NAMES.matcher(host).matches();
  }
}
