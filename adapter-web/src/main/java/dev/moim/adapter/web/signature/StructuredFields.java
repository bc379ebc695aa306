package dev.moim.adapter.web.signature;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the headers that signatures are made of: dictionaries (RFC 9651) whose values are byte
 * sequences, or lists of strings with parameters that are strings or integers. Stricter than the
 * RFC, where two readers could understand different things: a key stands once, and what signatures
 * of requests never hold (parameters of single strings, other types) is refused.
 */
final class StructuredFields {
  /** Longer fields than this are not looked at. */
  static final int MOST_CHARACTERS = 4_096;

  private static final int MOST_DIGITS = 15;

  /** Strings with parameters: what a signature covers, and what is said about it. */
  record Input(List<String> components, Map<String, Object> parameters) {
    /** The one way in which RFC 9651 writes it. */
    String serialized() {
      return components.stream().map(Input::quoted).collect(Collectors.joining(" ", "(", ")"))
          + parameters.entrySet().stream()
              .map(e -> ";" + e.getKey() + "=" + serialized(e.getValue()))
              .collect(Collectors.joining());
    }

    private static String serialized(Object value) {
      return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** The text is not what was to be read. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("no structured field of the expected type", null, false, false);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read() throws Malformed;
  }

  private final String text;
  private int at;

  private StructuredFields(String text) throws Malformed {
    if (text.length() > MOST_CHARACTERS) {
      throw new Malformed();
    }
    this.text = text;
  }

  static Map<String, Input> inputs(String text) throws Malformed {
    StructuredFields fields = new StructuredFields(text);
    return fields.dictionary(fields::input);
  }

  static Map<String, byte[]> byteSequences(String text) throws Malformed {
    StructuredFields fields = new StructuredFields(text);
    return fields.dictionary(fields::bytes);
  }

  private <T> Map<String, T> dictionary(Reader<T> member) throws Malformed {
    Map<String, T> members = new LinkedHashMap<>();
    skip(" ");
    do {
      skip(" \t");
      String key = key();
      expect('=');
      if (members.put(key, member.read()) != null) {
        throw new Malformed();
      }
      skip(" \t");
    } while (take(','));
    if (at < text.length()) {
      throw new Malformed();
    }
    return members;
  }

  private Input input() throws Malformed {
    expect('(');
    List<String> components = new ArrayList<>();
    skip(" ");
    while (!take(')')) {
      components.add(string());
      if (peek() != ')' && peek() != ' ') {
        throw new Malformed();
      }
      skip(" ");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    while (take(';')) {
      skip(" ");
      String key = key();
      expect('=');
      Object value = peek() == '"' ? string() : integer();
      if (parameters.put(key, value) != null) {
        throw new Malformed();
      }
    }
    return new Input(List.copyOf(components), parameters);
  }

  private byte[] bytes() throws Malformed {
    expect(':');
    int end = text.indexOf(':', at);
    if (end < 0) {
      throw new Malformed();
    }
    String base64 = text.substring(at, end);
    at = end + 1;
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Malformed();
    }
  }

  private String key() throws Malformed {
    int start = at;
    if (isLower(peek()) || peek() == '*') {
      at++;
      while (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0) {
        at++;
      }
    }
    return between(start);
  }

  private String string() throws Malformed {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (!take('"')) {
      if (take('\\') && peek() != '"' && peek() != '\\') {
        throw new Malformed();
      }
      if (peek() < ' ' || peek() > '~') {
        throw new Malformed();
      }
      string.append(peek());
      at++;
    }
    return string.toString();
  }

  private Long integer() throws Malformed {
    int start = at;
    take('-');
    int digits = at;
    while (isDigit(peek())) {
      at++;
    }
    if (at == digits || at - digits > MOST_DIGITS) {
      throw new Malformed();
    }
    return Long.valueOf(between(start));
  }

  private String between(int start) throws Malformed {
    if (at == start) {
      throw new Malformed();
    }
    return text.substring(start, at);
  }

  /** The next character; NUL, which no field may hold, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean take(char expected) {
    boolean found = peek() == expected && at < text.length();
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char expected) throws Malformed {
    if (!take(expected)) {
      throw new Malformed();
    }
  }

  private void skip(String characters) {
    while (characters.indexOf(peek()) >= 0) {
      at++;
    }
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
