package dev.moim.bootstrap.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file, strictly decoded from UTF-8 while it is read, without its byte order mark;
 * {@code -} is standard input. Not thread-safe.
 */
final class InputFile extends Reader {
  /** Greater files are refused, by their size and before they are read where that is known. */
  static final long MOST_BYTES = 512L << 20;

  private static final String LIMIT = "at most 512 MiB (536,870,912 bytes) are read";
  private static final int BUFFER_BYTES = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A file is too large, or is not text from some place on. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final long line;
    private final int column;

    private Refused(long line, int column, String what) {
      super(what);
      this.line = line;
      this.column = column;
    }

    void note(Problems problems) {
      problems.addOnly(line, column, String.valueOf(getMessage()));
    }
  }

  private final InputStream in;
  private final long mostBytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  // UTF-8 never has more UTF-16 units than bytes.
  private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES).flip();
  private long bytesRead;
  private boolean atEnd;
  private boolean atStart = true;

  /** The place of the next byte to be decoded; the column is that of the table. */
  private long line = 1;

  private int column = 1;

  /**
   * @param mostBytes more of them are refused when they are reached
   */
  InputFile(InputStream in, long mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /**
   * @throws IOException {@link Refused} if the file is known to be too large; another one if it
   *     does not exist or cannot be read
   */
  static InputFile open(String name) throws IOException {
    if (name.equals("-")) {
      return new InputFile(new StandardInput(), MOST_BYTES);
    }
    Path path = Path.of(name);
    long size = Files.size(path);
    if (size > MOST_BYTES) {
      throw new Refused(1, 1, "the file has %,d bytes; %s".formatted(size, LIMIT));
    }
    return new InputFile(Files.newInputStream(path), MOST_BYTES);
  }

  /** Not closed with its reader: it belongs to the process. */
  private static final class StandardInput extends FilterInputStream {
    StandardInput() {
      super(new FileInputStream(FileDescriptor.in));
    }

    @Override
    public void close() {}
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (atEnd && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, offset, count);
    return count;
  }

  /** Brings more characters, or more bytes of which to make them. */
  private void decode() throws IOException {
    int start = bytes.position();
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, atEnd);
    chars.flip();
    advance(start);
    if (atStart && chars.hasRemaining()) {
      atStart = false;
      if (chars.get(0) == BYTE_ORDER_MARK) {
        chars.get();
      }
    }
    if (chars.hasRemaining()) {
      return;
    }
    if (result.isError()) {
      throw new Refused(
          line,
          column,
          "not UTF-8: byte 0x%02X; save the file as UTF-8"
              .formatted(bytes.get(bytes.position()) & 0xFF));
    }
    fill();
  }

  /** Keeps the place over the bytes that were decoded. */
  private void advance(int start) {
    for (int i = start; i < bytes.position(); i++) {
      byte each = bytes.get(i);
      if (each == '\n') {
        line++;
        column = 1;
      } else if (each == ',') {
        column++;
      }
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + count);
      bytesRead += count;
    }
    bytes.flip();
    if (bytesRead > mostBytes) {
      throw new Refused(1, 1, "the input is too large; " + LIMIT);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
