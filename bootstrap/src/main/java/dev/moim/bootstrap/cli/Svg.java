package dev.moim.bootstrap.cli;

import java.util.Locale;

/** An SVG image in the making: shapes with classes that a style sheet colours. */
final class Svg {
  private final StringBuilder body = new StringBuilder();

  Svg rect(String classes, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(classes, number(x), number(y), number(width), number(height)));
  }

  Svg line(String classes, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
            .formatted(classes, number(x1), number(y1), number(x2), number(y2)));
  }

  /**
   * @param points in SVG's own form: x,y pairs separated by spaces
   */
  Svg polyline(String classes, String points) {
    return add("<polyline class=\"%s\" points=\"%s\"/>".formatted(classes, points));
  }

  Svg circle(String classes, double x, double y, double radius) {
    return add(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(classes, number(x), number(y), number(radius)));
  }

  Svg text(String classes, double x, double y, String text) {
    return add(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(classes, number(x), number(y), escaped(text)));
  }

  private Svg add(String element) {
    body.append("  ").append(element).append('\n');
    return this;
  }

  /**
   * The whole image.
   *
   * @param title what those read who can't see it
   * @param style CSS
   */
  String image(int width, int height, String title, String style) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
    aria-labelledby="title">
      <title id="title">%s</title>
      <style>
    %s  </style>
      <rect class="paper" width="100%%" height="100%%"/>
    %s</svg>
    """
        .formatted(width, height, width, height, escaped(title), style.indent(4), body);
  }

  /** With one digit after the point at most, the same everywhere. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
