package dev.moim.adapter.persistence.shared;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of databases that Moim runs on, told by their JDBC URL, and where they differ. */
public enum DatabaseKind {
  H2(
      "jdbc:h2:",
      "timestamp(6) with time zone",
      "varchar(1000000)",
      "varbinary(1000000)",
      "set lock_timeout 5000"),
  POSTGRESQL(
      "jdbc:postgresql:",
      "timestamp(6) with time zone",
      "text",
      "bytea",
      "set lock_timeout = '5s'; set plan_cache_mode = force_generic_plan"),
  MARIADB(
      "jdbc:mariadb:",
      "datetime(6)",
      "longtext",
      "longblob",
      "set session innodb_lock_wait_timeout = 5,"
          + " sql_mode = concat(@@sql_mode, ',STRICT_ALL_TABLES')"),
  MYSQL("jdbc:mysql:", MARIADB.instant, MARIADB.text, MARIADB.bytes, MARIADB.greeting);

  private static final String TAKES_MYSQL = "permitMysqlScheme";

  /** Before a parameter of H2's; in a value it stands behind a backslash. */
  private static final Pattern H2_SEPARATOR = Pattern.compile("(?<!\\\\);");

  private final String prefix;
  private final String instant;
  private final String text;
  private final String bytes;
  private final String greeting;

  DatabaseKind(String prefix, String instant, String text, String bytes, String greeting) {
    this.prefix = prefix;
    this.instant = instant;
    this.text = text;
    this.bytes = bytes;
    this.greeting = greeting;
  }

  /**
   * @throws IllegalArgumentException if the URL is of another kind
   */
  public static DatabaseKind of(String url) {
    for (DatabaseKind kind : values()) {
      if (url.startsWith(kind.prefix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "the JDBC URL starts with jdbc:h2:, jdbc:postgresql:, jdbc:mariadb: or jdbc:mysql:,"
            + " not as in "
            + kindIn(url));
  }

  /** What kind a URL names: nobody knows where in those of other databases a password stands. */
  private static String kindIn(String url) {
    Matcher kind = Pattern.compile("(?:jdbc:)?\\w{0,30}:").matcher(url);
    return kind.lookingAt() ? kind.group() : "what was given";
  }

  /**
   * A URL without its parameters and user information, where passwords may stand; without a server
   * if it can't be told where it begins.
   */
  public static String withoutSecrets(String url) {
    return url.replaceFirst("(?s)//.*[;?].*@.*", "//")
        .replaceFirst("(?s)[;?].*", "")
        .replaceFirst("(?s)//.*@", "//");
  }

  /**
   * MariaDB and MySQL answer the same driver, whichever of both a URL names, and have different
   * types and collations: who is asked for one and is the other is left alone.
   *
   * @throws IllegalStateException if the server, by its name, is of the other kind
   */
  void refuseOther(String server) {
    if ((this == MARIADB && server.equals("MySQL"))
        || (this == MYSQL && server.equals("MariaDB"))) {
      throw new IllegalStateException(
          "the JDBC URL starts with %s and the server is %s".formatted(prefix, server));
    }
  }

  /** What the migrations call {@code ${instant}}, {@code ${text}} and {@code ${bytes}}. */
  Map<String, String> columnTypes() {
    return Map.of("instant", instant, "text", text, "bytes", bytes);
  }

  /**
   * What each connection is told first. It waits no longer than five seconds for what others have
   * locked, and then fails like everybody who has lost a race: by themselves PostgreSQL would wait
   * for ever, MariaDB and MySQL for 50 s, with the connection in hand. And nothing is cut to fit.
   *
   * <p>PostgreSQL plans each prepared statement once, and not anew for each set of values: there is
   * one good way to answer each, by an index and in its order, and to look for it takes as long as
   * to read a page. {@code PlansTest} asks for the plans that hold for all values.
   */
  String greeting() {
    return greeting;
  }

  /**
   * Whether a unit of work that only reads has no transaction, so that nothing has to be sent after
   * its statements. At "read committed" each of them sees what is committed when it runs, with a
   * transaction around it or without. PostgreSQL's driver keeps it to itself that a connection is
   * to commit by itself; MariaDB and MySQL would have to be told, in a round trip before and one
   * after, and H2 is in this process.
   */
  boolean readsOneByOne() {
    return this == POSTGRESQL;
  }

  /**
   * The URL to connect with. A commit on an H2 file is to survive the end of the process at any
   * moment. Either we store after it, for all who commit at the same time ({@link
   * #storesAfterCommit}), or H2 does it within each ({@code WRITE_DELAY=0}); by itself it may be up
   * to half a second behind. The delay is said either way, since H2 keeps it in the file. {@code
   * DB_CLOSE_ON_EXIT=FALSE} leaves the closing to us: H2 would do it while requests are still being
   * answered. The file's lock (FILE_LOCK=FS, the default) is the operating system's and ends with
   * the process. {@code MAX_COMPACT_TIME=0} closes without rearranging the file, which H2 has been
   * seen to trip over; it tidies up while it runs. {@code TRACE_LEVEL_FILE=0} leaves no file of its
   * own beside it; failures are in our log. {@code QUERY_CACHE_SIZE=256} has each connection keep
   * the statements that it has read, of which there are many more than eight, until something is
   * rolled back there: to read them anew each time took a tenth of what a busy server does. What
   * the URL says itself stays.
   *
   * <p>PostgreSQL's driver sends rows that are inserted together as one statement only when told to
   * ({@code reWriteBatchedInserts}), and says in its failures which values were sent unless told
   * not to ({@code logServerErrorDetail}): they would stand in the log. MariaDB's has the server
   * prepare a statement once and not read it anew each time ({@code useServerPrepStmts}). MySQL is
   * reached by MariaDB's driver, which takes a URL of MySQL's only when told to.
   */
  String connectionUrl(String url) {
    return switch (this) {
      case H2 ->
          isH2File(url)
              ? with(
                  url,
                  storesAfterCommit(url) ? "WRITE_DELAY=500" : "WRITE_DELAY=0",
                  "DB_CLOSE_ON_EXIT=FALSE",
                  "MAX_COMPACT_TIME=0",
                  "TRACE_LEVEL_FILE=0",
                  "QUERY_CACHE_SIZE=256")
              : url;
      case POSTGRESQL -> with(url, "reWriteBatchedInserts=true", "logServerErrorDetail=false");
      case MARIADB -> with(url, "useServerPrepStmts=true");
      case MYSQL -> with(url, TAKES_MYSQL + "=true", "useServerPrepStmts=true");
    };
  }

  /**
   * Whether what was committed is to be stored by us, afterwards: in an H2 file that this process
   * alone has open, unless the URL says when H2 does it.
   */
  boolean storesAfterCommit(String url) {
    return isH2File(url) && !has(url, "WRITE_DELAY") && !has(url, "AUTO_SERVER");
  }

  private boolean isH2File(String url) {
    return this == H2
        && Stream.of("mem:", "tcp:", "ssl:").noneMatch(way -> url.startsWith(prefix + way));
  }

  /** The URL with those parameters that it does not have itself. */
  private String with(String url, String... parameters) {
    String complete = url;
    for (String parameter : parameters) {
      if (!has(url, name(parameter))) {
        complete += separator(complete) + parameter;
      }
    }
    return complete;
  }

  private String separator(String url) {
    if (this == H2) {
      return ";";
    }
    return url.contains("?") ? "&" : "?";
  }

  /**
   * Whether the URL has a parameter of that name, whatever its value is. Only PostgreSQL's driver
   * minds capitals, and MariaDB's in the one by which it takes a URL of MySQL's.
   */
  private boolean has(String url, String name) {
    boolean mindsCapitals = this == POSTGRESQL || name.equals(TAKES_MYSQL);
    return parameters(url)
        .map(DatabaseKind::name)
        .anyMatch(mindsCapitals ? name::equals : name::equalsIgnoreCase);
  }

  private Stream<String> parameters(String url) {
    if (this == H2) {
      return H2_SEPARATOR.splitAsStream(url).skip(1);
    }
    int query = url.indexOf('?');
    return query < 0 ? Stream.empty() : Stream.of(url.substring(query + 1).split("&", -1));
  }

  private static String name(String parameter) {
    return parameter.split("=", 2)[0];
  }
}
