package dev.moim.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of joining and leaving a room, as pgbench reads them: statements that end with a
 * semicolon or with a line {@code \gset}, which keeps the row as variables, and lines {@code \set}
 * that add a number to a variable.
 */
final class ChangeScript {
  private static final Pattern VARIABLE = Pattern.compile(":([a-z_]+)");
  private static final Pattern SUM = Pattern.compile("\\\\set (\\w+) :(\\w+) \\+ (\\d+)");

  private final String text;

  private ChangeScript(String text) {
    this.text = text;
  }

  /** Joining and leaving until they are answered. */
  static ChangeScript answered() throws IOException {
    return new ChangeScript(text("join-and-leave.sql"));
  }

  /** Joining and leaving until another member is told of both. */
  static ChangeScript told() throws IOException {
    return new ChangeScript(text("join-and-leave.sql") + text("notices.sql"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ChangeScript.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** With a word for another one, such as an expression for a variable. */
  ChangeScript with(String word, String other) {
    return new ChangeScript(text.replace(word, other));
  }

  @Override
  public String toString() {
    return text;
  }

  /** A step of the script, which may change the variables. */
  private interface Step {
    void run(Map<String, String> variables) throws SQLException;
  }

  /** The script on a connection, on which all its statements are prepared. */
  Prepared prepare(Connection connection) throws SQLException {
    List<Step> steps = new ArrayList<>();
    var statement = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher sum = SUM.matcher(line);
      if (sum.matches()) {
        long addend = Long.parseLong(sum.group(3));
        steps.add(variables ->
            variables.put(
                sum.group(1), "" + (Long.parseLong(value(variables, sum.group(2))) + addend)));
      } else if (line.equals("\\gset")) {
        steps.add(step(connection, statement.toString(), true));
        statement.setLength(0);
      } else if (line.endsWith(";")) {
        statement.append(line, 0, line.length() - 1);
        steps.add(step(connection, statement.toString(), false));
        statement.setLength(0);
      } else if (!line.startsWith("--")) {
        statement.append(line);
      }
    }
    return new Prepared(steps);
  }

  private static String value(Map<String, String> variables, String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  private static Step step(Connection connection, String sql, boolean keeps) throws SQLException {
    List<String> names = VARIABLE.matcher(sql).results().map(found -> found.group(1)).toList();
    PreparedStatement statement =
        connection.prepareStatement(VARIABLE.matcher(sql).replaceAll("?"));
    return variables -> {
      for (int i = 0; i < names.size(); i++) {
        statement.setString(i + 1, value(variables, names.get(i)));
      }
      if (statement.execute()) {
        read(statement, keeps, variables);
      }
    };
  }

  /** Reads all rows, as every client has to. */
  private static void read(
      PreparedStatement statement, boolean keeps, Map<String, String> variables)
      throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          String value = rows.getString(i);
          if (keeps && value != null) {
            variables.put(rows.getMetaData().getColumnLabel(i), value);
          }
        }
      }
    }
  }

  /** Can be run any number of times, by one thread. */
  static final class Prepared {
    private final List<Step> steps;

    private Prepared(List<Step> steps) {
      this.steps = steps;
    }

    void run(Map<String, String> variables) throws SQLException {
      Map<String, String> own = new HashMap<>(variables);
      for (Step step : steps) {
        step.run(own);
      }
    }
  }
}
