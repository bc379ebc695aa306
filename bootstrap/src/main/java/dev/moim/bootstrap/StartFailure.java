package dev.moim.bootstrap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Explains in one line why the program did not start, and what to do. */
final class StartFailure {
  private StartFailure() {}

  static String explain(Throwable failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof PortInUseException e) {
        return "port " + e.getPort() + " is taken; choose another with --port";
      }
      if (cause instanceof SQLException && causes.stream().anyMatch(StartFailure::isLocked)) {
        return "another Moim uses this data folder; stop it, or choose another with --data";
      }
      if (cause instanceof BindException e) {
        return "the setting " + e.getName() + " is wrong: " + oneLine(causes.getLast());
      }
    }
    return "could not start: " + oneLine(causes.getLast());
  }

  /** H2's own words, which its error number alone does not tell from other failures. */
  private static boolean isLocked(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("already in use");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static String oneLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
