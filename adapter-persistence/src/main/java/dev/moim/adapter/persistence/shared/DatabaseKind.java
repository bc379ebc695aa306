package dev.moim.adapter.persistence.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of databases that Moim runs on, told by their JDBC URL, and where they differ. */
public enum DatabaseKind {
  H2("jdbc:h2:", "timestamp(6) with time zone", "varchar(1000000)", "varbinary(1000000)"),
  POSTGRESQL("jdbc:postgresql:", "timestamp(6) with time zone", "text", "bytea"),
  MARIADB("jdbc:mariadb:", "datetime(6)", "longtext", "longblob");

  private static final List<String> H2_FILE_PARAMETERS =
      List.of(
          "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "MAX_COMPACT_TIME=0", "TRACE_LEVEL_FILE=0");

  private final String prefix;
  private final String instant;
  private final String text;
  private final String bytes;

  DatabaseKind(String prefix, String instant, String text, String bytes) {
    this.prefix = prefix;
    this.instant = instant;
    this.text = text;
    this.bytes = bytes;
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
        "the JDBC URL starts with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:, not as in "
            + withoutSecrets(url));
  }

  /** A URL without its parameters and user information, where passwords may stand. */
  public static String withoutSecrets(String url) {
    return url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
  }

  /** What the migrations call {@code ${instant}}, {@code ${text}} and {@code ${bytes}}. */
  Map<String, String> columnTypes() {
    return Map.of("instant", instant, "text", text, "bytes", bytes);
  }

  /**
   * The URL to connect with. An H2 file gets {@code WRITE_DELAY=0}: a commit returns when it is
   * written to the file, so that it survives the end of the process at any moment; by default it
   * may be up to half a second behind. {@code DB_CLOSE_ON_EXIT=FALSE} leaves the closing to us: H2
   * would do it while requests are still being answered. The file's lock (FILE_LOCK=FS, the
   * default) is the operating system's and ends with the process. {@code MAX_COMPACT_TIME=0} closes
   * without rearranging the file, which H2 has been seen to trip over; it tidies up while it runs.
   * {@code TRACE_LEVEL_FILE=0} leaves no file of its own beside it; failures are in our log. What
   * the URL says itself stays.
   */
  String connectionUrl(String url) {
    if (this != H2 || url.startsWith("jdbc:h2:mem:") || url.startsWith("jdbc:h2:tcp:")) {
      return url;
    }
    String complete = url;
    for (String parameter : H2_FILE_PARAMETERS) {
      complete = withParameter(complete, parameter);
    }
    return complete;
  }

  private static String withParameter(String url, String parameter) {
    String name = parameter.substring(0, parameter.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(";" + name) ? url : url + ";" + parameter;
  }
}
