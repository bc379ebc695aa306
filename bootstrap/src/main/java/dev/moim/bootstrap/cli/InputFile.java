package dev.moim.bootstrap.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A text file that a command reads as a whole; {@code -} is standard input. */
final class InputFile {
  /** Greater files are refused, by their size and before they are read where that is known. */
  static final int MOST_BYTES = 64 << 20;

  private InputFile() {}

  /**
   * The text without its byte order mark; empty if there is a problem, which is noted then.
   *
   * @throws IOException if the file does not exist or cannot be read
   */
  static Optional<String> read(String name, Problems problems) throws IOException {
    byte[] bytes;
    if (name.equals("-")) {
      // Not closed: standard input belongs to the process.
      bytes = new FileInputStream(FileDescriptor.in).readNBytes(MOST_BYTES + 1);
    } else {
      Path path = Path.of(name);
      if (Files.size(path) > MOST_BYTES) {
        problems.add(1, 1, "the file has %,d bytes; %s".formatted(Files.size(path), LIMIT));
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(MOST_BYTES + 1);
      }
    }
    if (bytes.length > MOST_BYTES) {
      problems.add(1, 1, "the input is too large; " + LIMIT);
      return Optional.empty();
    }
    return decode(bytes, problems);
  }

  private static final String LIMIT = "at most 64 MiB (67,108,864 bytes) are read";

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // UTF-8 never has more UTF-16 units than bytes.
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      int column = 1;
      for (int i = 0; i < in.position(); i++) {
        if (bytes[i] == '\n') {
          line++;
          column = 1;
        } else if (bytes[i] == ',') {
          column++;
        }
      }
      problems.add(
          line,
          column,
          "not UTF-8: byte 0x%02X; save the file as UTF-8".formatted(bytes[in.position()] & 0xFF));
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
