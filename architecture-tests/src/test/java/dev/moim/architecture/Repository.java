package dev.moim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * This project as it lies on the disk: what the build has just compiled, tests included, and the
 * documents. The folders are read rather than the class path, since adapters publish no test jar.
 */
final class Repository {
  private static final List<String> MODULES = List.of("domain", "application", "bootstrap");

  private final Path root = findRoot();

  /** The whole project as one house. */
  House house() {
    var importer = new ClassFileImporter();
    return new House(
        "dev.moim",
        importer.importPaths(classFolders()),
        Repository::isMain,
        ContextMap.MOIM,
        ErrorTable.read(document("errors.md")).codes());
  }

  /** What the sources of the program refuse. */
  Refusals refusals() {
    List<String> sources = new ArrayList<>();
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Refusals(sources);
  }

  Path document(String name) {
    return file("docs").resolve(name);
  }

  /** What lies at the top of the project. */
  Path file(String name) {
    return root.resolve(name);
  }

  private List<Path> classFolders() {
    List<Path> folders = new ArrayList<>();
    for (Path module : modules()) {
      Path classes = module.resolve("target/classes");
      if (!Files.isDirectory(classes)) {
        throw new IllegalStateException(
            module
                + " is not compiled: run ./mvnw verify -pl architecture-tests -am; a new module"
                + " must be a dependency of architecture-tests");
      }
      folders.add(classes);
      Path tests = module.resolve("target/test-classes");
      if (Files.isDirectory(tests)) {
        folders.add(tests);
      } else if (Files.isDirectory(module.resolve("src/test/java"))) {
        throw new IllegalStateException(
            "the tests of " + module + " are not compiled: leave out -Dmaven.test.skip");
      }
    }
    return folders;
  }

  private List<Path> modules() {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(
              path -> {
                String name = path.getFileName().toString();
                return MODULES.contains(name)
                    || (name.startsWith("adapter-") && Files.exists(path.resolve("pom.xml")));
              })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMain(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri().toString().contains("/target/classes/"))
        .orElse(false);
  }

  private static Path findRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path path = start; path != null; path = path.getParent()) {
      if (Files.exists(path.resolve("mvnw"))) {
        return path;
      }
    }
    throw new IllegalStateException("not inside the project: " + start);
  }
}
