package dev.moim.bootstrap.fuzz;

import java.util.List;
import java.util.Random;

/** Values that have broken other programs, and combinations of them; the same for the same seed. */
final class OddValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\t\r\n",
          "null",
          "undefined",
          "NaN",
          "true",
          "-1",
          "0",
          "1e400",
          "9223372036854775808",
          "0x1F",
          "' OR '1'='1",
          "'; DROP TABLE members; --",
          "1) UNION SELECT password_hash FROM members --",
          "%' AND SLEEP(5) AND '%'='",
          "{\"$ne\": null}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "${jndi:ldap://127.0.0.1/a}",
          "#{7*7}",
          "{{7*7}}",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "javascript:alert(1)",
          "\r\nSet-Cookie: a=b",
          "\uFEFFbom",
          "\u202Eevil",
          "\u200B",
          "\u2028",
          "\uFFFE",
          "e\u0301\u0301\u0301\u0301",
          "각",
          "\u1100\u1161\u11A8",
          "ﷺ".repeat(30),
          "🤬👩‍👩‍👧‍👦",
          "ｆｕｌｌ",
          "İ",
          "ß",
          "%00",
          "%2e%2e%2f",
          "%zz",
          "+",
          "2026-02-30T00:00:00Z",
          "2026-13-01T00:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "1970-01-01T00:00:00+25:00",
          "2026-11-20",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "ADMIN",
          "Asia/Seoul",
          "ko");

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e308",
          "1E400",
          "-0.0",
          "9223372036854775808",
          "123456789012345678901234567890",
          "[]",
          "{}",
          "[null]",
          "[[[[]]]]",
          "{\"a\": {\"b\": {}}}",
          "\"\\uD800\"",
          "\"\\uDFFF\\uD800\"",
          "\"\\u0000\"",
          "[1, \"a\", {}]");

  private final Random random;

  OddValues(Random random) {
    this.random = random;
  }

  String text() {
    return switch (random.nextInt(8)) {
      case 0 -> TEXTS.get(random.nextInt(TEXTS.size())).repeat(1 + random.nextInt(3));
      case 1 -> "x".repeat(1 << random.nextInt(14));
      case 2 -> noise(1 + random.nextInt(40));
      case 3 -> "" + random.nextLong();
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  /** Any code points but halves of surrogate pairs. */
  private String noise(int length) {
    StringBuilder noise = new StringBuilder();
    while (noise.codePointCount(0, noise.length()) < length) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x250 : 0x110000);
      if (codePoint < 0xD800 || codePoint > 0xDFFF) {
        noise.appendCodePoint(codePoint);
      }
    }
    return noise.toString();
  }

  /** A JSON value of whatever kind, as text. */
  String json() {
    return switch (random.nextInt(6)) {
      case 0 -> "[".repeat(deep()) + "]".repeat(random.nextInt(2) * 3);
      case 1 -> nested();
      case 2, 3 -> JSON.get(random.nextInt(JSON.size()));
      default -> quoted(text());
    };
  }

  private int deep() {
    return 1 << random.nextInt(13);
  }

  private String nested() {
    int depth = deep();
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c < 0x20 || c == '"' || c == '\\') {
            json.append("\\u%04x".formatted(c));
          } else {
            json.append((char) c);
          }
        });
    return json.append('"').toString();
  }
}
