package dev.moim.bootstrap;

import dev.moim.bootstrap.category.CategoryConfigurationException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return causes.stream()
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .or(() -> wrongSetting(causes))
        .orElseGet(() -> "could not start: " + oneLine(causes.getLast()));
  }

  private static Optional<String> known(Throwable cause) {
    return switch (cause) {
      case PortInUseException e ->
          Optional.of("port " + e.getPort() + " is taken; choose another with --port");
      case CategoryConfigurationException e -> Optional.of(oneLine(e));
      case UnboundConfigurationPropertiesException e ->
          Optional.of(
              e.getUnboundProperties().iterator().next().getName() + " is not a setting of Moim");
      case ConfigDataResourceNotFoundException e ->
          Optional.of("the settings can't be read: " + e.getReferenceDescription());
      case MarkedYAMLException e ->
          Optional.of(
              "the settings are no YAML: "
                  + String.valueOf(e.getMessage())
                      .lines()
                      .map(String::strip)
                      .collect(Collectors.joining(" ")));
      case FileSystemException e -> Optional.of(e.getFile() + ": " + reason(e));
      case SQLException e -> ofConnection(e).or(() -> ofDatabase(oneLine(e)));
      case IllegalStateException e -> ofDatabase(oneLine(e));
      default -> Optional.empty();
    };
  }

  /** By the classes of the SQL standard, which servers keep to. */
  private static Optional<String> ofConnection(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.startsWith("08")) {
      return Optional.of(
          "the database can't be reached: is it where moim.database.url says? " + oneLine(failure));
    }
    if (state.startsWith("28")) {
      return Optional.of(
          "the database does not let moim.database.user in with this password: "
              + oneLine(failure));
    }
    return Optional.empty();
  }

  /** By the words of H2, the JDK and MariaDB's driver, since their error numbers say too little. */
  private static Optional<String> ofDatabase(String message) {
    if (message.contains("already in use") || message.contains("file is locked")) {
      return Optional.of(
          "another Moim uses this data folder; stop it, or choose another with --data");
    }
    if (message.contains("No suitable driver")) {
      return Optional.of(
          "moim.database.url is not as the driver of this database wants it; docs/databases.md has"
              + " examples");
    }
    if (message.contains("RSA public key")) {
      return Optional.of(
          "MySQL takes the password only on a way that is encrypted, or with its key:"
              + " docs/databases.md has what moim.database.url ends with");
    }
    return Optional.empty();
  }

  private static Optional<String> wrongSetting(List<Throwable> causes) {
    return causes.stream()
        .filter(BindException.class::isInstance)
        .map(BindException.class::cast)
        .map(e -> "the setting " + e.getName() + " is wrong: " + oneLine(causes.getLast()))
        .findFirst();
  }

  private static String reason(FileSystemException failure) {
    return switch (failure) {
      case FileAlreadyExistsException e -> "is a file, and a folder is needed";
      case AccessDeniedException e -> "you may not write there";
      case NoSuchFileException e -> "there is no such folder";
      default -> String.valueOf(failure.getReason());
    };
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
