package dev.moim.bootstrap;

import dev.moim.bootstrap.category.CategoryConfigurationException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

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
      if (cause instanceof CategoryConfigurationException e) {
        return oneLine(e);
      }
      if (cause instanceof UnboundConfigurationPropertiesException e) {
        return e.getUnboundProperties().iterator().next().getName() + " is not a setting of Moim";
      }
      if (cause instanceof BindException e) {
        return "the setting " + e.getName() + " is wrong: " + oneLine(causes.getLast());
      }
      if (cause instanceof ConfigDataResourceNotFoundException e) {
        return "the settings can't be read: " + e.getReferenceDescription();
      }
      if (cause instanceof MarkedYAMLException e) {
        return "the settings are no YAML: "
            + String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
      }
      if (cause instanceof FileSystemException e) {
        return e.getFile() + ": " + reason(e);
      }
    }
    return "could not start: " + oneLine(causes.getLast());
  }

  private static String reason(FileSystemException failure) {
    return switch (failure) {
      case FileAlreadyExistsException e -> "is a file, and a folder is needed";
      case AccessDeniedException e -> "you may not write there";
      case NoSuchFileException e -> "there is no such folder";
      default -> String.valueOf(failure.getReason());
    };
  }

  /** H2's own words, which its error number alone does not tell from other failures. */
  private static boolean isLocked(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("already in use")
        || String.valueOf(cause.getMessage()).contains("file is locked");
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
