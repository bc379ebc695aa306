package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.Simulation;
import dev.moim.application.matching.port.in.Simulation.Narrowness.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reports of simulations as an image of four panels: how many were matched, how soon, in groups of
 * which sizes, and how that depends on narrowness.
 *
 * <p>Each policy has a colour of its own (those of Okabe and Ito, which the colour-blind can tell
 * apart) and a dash pattern, and is named at its bar; a policy's bars and lines have its number as
 * their class. The image needs nothing from outside, and follows the viewer's light or dark scheme.
 */
final class Plot {
  private static final int WIDTH = 1040;
  private static final int PANEL_WIDTH = 440;
  private static final int LEFT = 60;
  private static final int RIGHT = 560;
  private static final int ROW = 22;
  private static final int CHART_HEIGHT = 240;
  private static final int STEPS = 220;
  private static final int LABELS = 110;

  /** A look in which the image is shown: its colours, as many as there are dash patterns. */
  private record Scheme(
      String paper,
      String ink,
      String soft,
      String grid,
      List<String> policies,
      List<String> sizes) {
    /** Plain CSS, for viewers that know no variables. */
    String css() {
      var css = new StringBuilder();
      css.append(
          """
          .paper { fill: %s; }
          text { fill: %s; }
          .soft { fill: %s; }
          .grid { stroke: %s; }
          .axis { stroke: %s; }
          .bound { stroke: %s; }
          .rest { fill: %s; }
          """
              .formatted(paper, ink, soft, grid, soft, ink, grid));
      for (int i = 0; i < policies.size(); i++) {
        css.append(".b%d { fill: %s; }\n".formatted(i, policies.get(i)));
        css.append(".l%d { stroke: %s; }\n".formatted(i, policies.get(i)));
      }
      for (int i = 0; i < sizes.size(); i++) {
        css.append(".s%d { fill: %s; }\n".formatted(i, sizes.get(i)));
      }
      return css.toString();
    }
  }

  private static final Scheme LIGHT =
      new Scheme(
          "#ffffff",
          "#1b1b1b",
          "#595959",
          "#dcdcdc",
          List.of(
              "#1b1b1b", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b98700", "#3a9bd1",
              "#7a5cc0", "#8a8a8a", "#6b4e16"),
          List.of("#c3dff0", "#93c5e3", "#5ea8d3", "#2a7fb8", "#0a5488", "#05335a"));
  private static final Scheme DARK =
      new Scheme(
          "#16181c",
          "#eeeeee",
          "#b0b0b0",
          "#3a3d43",
          List.of(
              "#f4f4f4", "#56a8e0", "#ff8a3d", "#35c79b", "#e59cc5", "#f0c93a", "#8fd3ff",
              "#b39cf0", "#9a9a9a", "#c8a76a"),
          List.of("#18577f", "#2378ac", "#4a9dcf", "#7dbde3", "#abd6ee", "#d8edf8"));

  private static final String SHAPES =
      """
      svg { font: 13px system-ui, sans-serif; }
      .title { font-size: 19px; font-weight: 600; }
      .head { font-size: 15px; font-weight: 600; }
      .soft { font-size: 12px; }
      .end { text-anchor: end; }
      .middle { text-anchor: middle; }
      .bound { stroke-width: 2; stroke-dasharray: 4 3; }
      .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
      """;

  /** What tells lines apart without colour; the first is solid. */
  private static final List<String> DASHES =
      List.of(
          "none", "8 3", "2 3", "10 3 2 3", "5 5", "6 2 1 2", "12 4", "8 3 2 3 2 3", "4 2", "1 2");

  /** As many as there are policies to compare; from then on they repeat. */
  static final int COLOURS = DASHES.size();

  private static final int SHADES = LIGHT.sizes.size();

  private final List<Simulation> reports;
  private final Svg svg = new Svg();

  private Plot(List<Simulation> reports) {
    this.reports = reports;
  }

  /** Replaces the file as a whole, or leaves it as it was. */
  static void write(List<Simulation> reports, Path file) throws IOException {
    Optional<Path> part = Optional.empty();
    try {
      // A link stays one: what it leads to is replaced. A device is written to, never replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.writeString(target, of(reports), StandardCharsets.UTF_8);
        return;
      }
      part =
          Optional.of(
              target.resolveSibling(
                  "." + target.getFileName() + "." + ProcessHandle.current().pid()));
      Files.writeString(part.get(), of(reports), StandardCharsets.UTF_8);
      Files.move(part.get(), target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(file + ": could not be written: " + e, e);
    } finally {
      if (part.isPresent()) {
        Files.deleteIfExists(part.get());
      }
    }
  }

  /** The image. */
  static String of(List<Simulation> reports) {
    return new Plot(reports).image();
  }

  private String image() {
    Simulation any = reports.getFirst();
    String title = "Simulated matching of " + any.people() + " people";
    svg.text("title", LEFT, 38, title);
    int bars = 94;
    int charts = bars + reports.size() * ROW + 110;
    rates(LEFT, bars);
    sizes(RIGHT, bars);
    waits(LEFT, charts);
    narrowness(RIGHT, charts);
    int height = charts + CHART_HEIGHT + 120;
    int legend = legend(height - 26);
    return svg.image(WIDTH, legend + 22, title, style());
  }

  private static String style() {
    var style = new StringBuilder(SHAPES);
    for (int i = 0; i < COLOURS; i++) {
      style.append(".l%d { stroke-dasharray: %s; }\n".formatted(i, DASHES.get(i)));
    }
    return style
        .append(LIGHT.css())
        .append("@media (prefers-color-scheme: dark) {\n")
        .append(DARK.css().indent(2))
        .append("}\n")
        .toString();
  }

  /** The policies' names at their rows. */
  private void names(int x, int y) {
    for (int i = 0; i < reports.size(); i++) {
      svg.text("end", x + LABELS - 8, y + i * ROW + 14, reports.get(i).policy());
    }
  }

  private void rates(int x, int y) {
    svg.text("head", x, y - 14, "Matched");
    names(x, y);
    int left = x + LABELS;
    int width = PANEL_WIDTH - LABELS - 60;
    int bottom = y + reports.size() * ROW + 4;
    percentAxis(left, bottom, width, y - 4);
    for (int i = 0; i < reports.size(); i++) {
      double rate = reports.get(i).rate();
      svg.rect("b" + i % COLOURS, left, y + i * ROW + 2, rate * width, ROW - 6);
      svg.text("soft", left + width + 8, y + i * ROW + 14, TextReport.percent(rate));
    }
    Simulation any = reports.getFirst();
    any.bound()
        .filter(bound -> any.people() > 0)
        .ifPresent(bound -> {
          double at = left + (double) width * bound / any.people();
          svg.line("bound", at, y - 4, at, bottom);
          svg.text(
              "soft",
              x,
              bottom + 38,
              "dashed: at most possible in hindsight, "
                  + TextReport.percent((double) bound / any.people()));
        });
  }

  /** Grid and figures of an axis from 0 to 100 % to the right. */
  private void percentAxis(int left, int bottom, int width, int top) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double at = left + width * percent / 100.0;
      svg.line(percent == 0 ? "axis" : "grid", at, top, at, bottom);
      svg.text("soft middle", at, bottom + 16, percent + " %");
    }
  }

  private void sizes(int x, int y) {
    svg.text("head", x, y - 14, "People by the size of their group");
    names(x, y);
    int left = x + LABELS;
    int width = PANEL_WIDTH - LABELS;
    var sizes = new TreeSet<Integer>();
    reports.forEach(report -> sizes.addAll(report.groups().keySet()));
    List<Integer> order = List.copyOf(sizes);
    int bottom = y + reports.size() * ROW + 4;
    percentAxis(left, bottom, width, y - 4);
    for (int i = 0; i < reports.size(); i++) {
      Simulation report = reports.get(i);
      double at = left;
      for (int size : order) {
        double part =
            (double) width
                * size
                * report.groups().getOrDefault(size, 0)
                / Math.max(1, report.people());
        svg.rect(shade(order, size), at, y + i * ROW + 2, part, ROW - 6);
        at += part;
      }
      svg.rect("rest", at, y + i * ROW + 2, left + width - at, ROW - 6);
    }
    double at = left;
    for (int size : order) {
      svg.rect(shade(order, size), at, bottom + 28, 12, 12);
      svg.text("soft", at + 16, bottom + 38, "" + size);
      at += size < 10 ? 34 : 42;
    }
    svg.rect("rest", at, bottom + 28, 12, 12);
    svg.text("soft", at + 16, bottom + 38, "in none");
  }

  private static String shade(List<Integer> order, int size) {
    int place = order.indexOf(size);
    return "s" + (order.size() == 1 ? 3 : place * (SHADES - 1) / (order.size() - 1));
  }

  private void waits(int x, int y) {
    svg.text("head", x, y - 14, "Matched within some time, of all people");
    double longest =
        Math.max(
            1,
            reports.stream()
                .map(Simulation::timeToMatch)
                .mapToLong(quantiles -> quantiles.p99().toMillis())
                .max()
                .orElse(1));
    frame(x, y);
    int ticks = 6;
    for (int i = 0; i <= ticks; i++) {
      svg.text(
          "soft middle",
          x + (double) PANEL_WIDTH * i / ticks,
          y + CHART_HEIGHT + 18,
          TextReport.time(Duration.ofMillis((long) (longest * i / ticks))));
    }
    svg.text("soft middle", x + PANEL_WIDTH / 2.0, y + CHART_HEIGHT + 40, "time since the request");
    // The first policy is drawn last, above the others.
    for (int i = reports.size() - 1; i >= 0; i--) {
      svg.polyline("line l" + i % COLOURS, curve(reports.get(i), x, y, longest));
    }
  }

  private static String curve(Simulation report, int x, int y, double longest) {
    var points = new StringBuilder();
    int matched = 0;
    for (int step = 0; step <= STEPS; step++) {
      double until = longest * step / STEPS;
      while (matched < report.waits().size() && report.waits().get(matched).toMillis() <= until) {
        matched++;
      }
      point(
          points,
          x + (double) PANEL_WIDTH * step / STEPS,
          height(y, (double) matched / Math.max(1, report.people())));
    }
    return points.toString();
  }

  private static void point(StringBuilder points, double x, double y) {
    points
        .append(points.isEmpty() ? "" : " ")
        .append(Svg.number(x))
        .append(',')
        .append(Svg.number(y));
  }

  private void narrowness(int x, int y) {
    svg.text("head", x, y - 14, "Matched, by how many others suit them");
    frame(x, y);
    for (int tenth = 0; tenth < 10; tenth++) {
      svg.text("soft middle", middle(x, tenth), y + CHART_HEIGHT + 18, "" + (tenth + 1));
    }
    svg.text(
        "soft middle",
        x + PANEL_WIDTH / 2.0,
        y + CHART_HEIGHT + 40,
        "tenth of the requests; 1: the fewest others suit");
    for (int i = reports.size() - 1; i >= 0; i--) {
      var points = new StringBuilder();
      List<Part> tenths = reports.get(i).narrowness().tenths();
      for (int tenth = 0; tenth < tenths.size(); tenth++) {
        if (tenths.get(tenth).people() > 0) {
          double at = middle(x, tenth);
          double height = height(y, tenths.get(tenth).rate());
          point(points, at, height);
          svg.circle("b" + i % COLOURS, at, height, 3);
        }
      }
      svg.polyline("line l" + i % COLOURS, points.toString());
    }
  }

  private static double middle(int x, int tenth) {
    return x + (tenth + 0.5) * PANEL_WIDTH / 10;
  }

  /** Grid and figures of an axis from 0 to 100 % upwards. */
  private void frame(int x, int y) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double at = height(y, percent / 100.0);
      svg.line(percent == 0 ? "axis" : "grid", x, at, x + PANEL_WIDTH, at);
      svg.text("soft end", x - 8, at + 4, percent + " %");
    }
  }

  private static double height(int y, double share) {
    return y + CHART_HEIGHT * (1 - share);
  }

  /** Which line is whose; returns where it ends. */
  private int legend(int y) {
    int perRow = 5;
    int column = (WIDTH - 2 * LEFT) / perRow;
    for (int i = 0; i < reports.size(); i++) {
      int x = LEFT + i % perRow * column;
      int at = y + i / perRow * ROW;
      svg.line("line l" + i % COLOURS, x, at - 4, x + 36, at - 4);
      svg.text("", x + 44, at, reports.get(i).policy());
    }
    return y + (reports.size() - 1) / perRow * ROW;
  }
}
