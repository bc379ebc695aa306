package dev.moim.adapter.web.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The file in which the keys are kept, readable for its owner only and shared by the nodes of an
 * installation. Writers take turns by a lock on a file beside it. What they write is first written
 * aside and then moved to its name in one step, so readers need no lock, and a crash leaves either
 * what was there or what was to be there.
 */
final class KeyFile {
  /** A file lock is one of the process, so threads need another one. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private static final String ASIDE = "signing-key*.tmp";

  private final Path file;
  private final Path folder;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
    Path parent = this.file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("not a file in a folder: " + file);
    }
    this.folder = parent;
  }

  /**
   * @throws FileSystemException naming the file, but nothing of what is in it
   */
  KeySet read(Instant now) throws IOException {
    return parse(readText().orElseThrow(() -> new NoSuchFileException(file.toString())), now);
  }

  /**
   * Replaces what is kept, if anything, by what the change makes of it, while no other node does.
   */
  KeySet update(Instant now, Function<Optional<KeySet>, KeySet> change) throws IOException {
    Files.createDirectories(folder);
    TURN.lock();
    try (FileChannel channel =
        open("signing-key.lock", StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock _ = channel.lock(); // until the channel is closed
      deleteLeftovers();
      Optional<String> before = readText();
      KeySet after =
          change.apply(before.isEmpty() ? Optional.empty() : Optional.of(parse(before.get(), now)));
      if (!before.equals(Optional.of(after.toJson()))) {
        write(after.toJson());
      }
      return after;
    } finally {
      TURN.unlock();
    }
  }

  private Optional<String> readText() throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException e) {
      throw unusable();
    }
  }

  private KeySet parse(String text, Instant now) throws FileSystemException {
    try {
      return KeySet.parse(text, now);
    } catch (ParseException e) {
      throw unusable();
    }
  }

  private FileSystemException unusable() {
    return new FileSystemException(
        file.toString(),
        null,
        "holds no usable keys; put a copy of it back, or delete it to have new ones made");
  }

  private void write(String text) throws IOException {
    String name = "signing-key.tmp";
    try (FileChannel channel =
        open(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(folder.resolve(name), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What somebody left who crashed while writing, be it an earlier version: keys, so not to lie
   * about.
   */
  private void deleteLeftovers() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ASIDE)) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  private FileChannel open(String name, OpenOption... options) throws IOException {
    return FileChannel.open(folder.resolve(name), Set.of(options), ownerOnly());
  }

  private FileAttribute<?>[] ownerOnly() throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
