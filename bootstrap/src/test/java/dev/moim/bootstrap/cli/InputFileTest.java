package dev.moim.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
  private static final int BUFFER = 1 << 16;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void characters_on_the_edge_of_a_buffer_stay_whole(int before) throws IOException {
    String text = "a".repeat(BUFFER - before) + "é민😀\n끝";

    assertThat(read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(text);
  }

  @Test
  void bytes_that_arrive_one_by_one_make_the_same_text() throws IOException {
    String text = "\uFEFFid\n민지,😀\n";

    assertThat(read(oneByOne(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo("id\n민지,😀\n");
  }

  @ParameterizedTest
  @CsvSource({"'\uFEFF', ''", "'\uFEFFa', a", "'a\uFEFF', 'a\uFEFF'", "'', ''"})
  void only_a_byte_order_mark_at_the_start_is_left_out(String text, String expected)
      throws IOException {
    assertThat(read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, -2, -1, 0, 1})
  void broken_bytes_on_the_edge_of_a_buffer_are_found_in_their_place(int after) {
    byte[] bytes = new byte[2 * BUFFER];
    Arrays.fill(bytes, (byte) 'a');
    bytes[100] = '\n';
    bytes[200] = ',';
    bytes[300] = '\n';
    bytes[BUFFER - 10] = ',';
    // The first two bytes of 민, whose third is missing.
    bytes[BUFFER + after] = (byte) 0xEB;
    bytes[BUFFER + after + 1] = (byte) 0xAF;
    bytes[BUFFER + 20] = '\n';

    assertThat(refusal(new ByteArrayInputStream(bytes)))
        .isEqualTo("file:3:2: not UTF-8: byte 0xEB; save the file as UTF-8");
    assertThat(refusal(oneByOne(bytes)))
        .isEqualTo("file:3:2: not UTF-8: byte 0xEB; save the file as UTF-8");
  }

  @Test
  void a_character_that_the_end_cuts_off_is_broken_too() {
    byte[] bytes = {'a', '\n', 'b', ',', (byte) 0xEB, (byte) 0xAF};

    assertThat(refusal(new ByteArrayInputStream(bytes)))
        .isEqualTo("file:2:2: not UTF-8: byte 0xEB; save the file as UTF-8");
  }

  @Test
  void what_comes_without_a_known_size_is_refused_when_it_is_too_much() throws IOException {
    byte[] bytes = new byte[1_000];

    assertThat(readAll(new InputFile(new ByteArrayInputStream(bytes), 1_000))).hasSize(1_000);
    assertThatThrownBy(() -> readAll(new InputFile(new ByteArrayInputStream(bytes), 999)))
        .isInstanceOf(InputFile.Refused.class)
        .hasMessageStartingWith("the input is too large; at most 512 MiB");
  }

  private static String read(InputStream in) throws IOException {
    return readAll(new InputFile(in, InputFile.MOST_BYTES));
  }

  private static String readAll(InputFile file) throws IOException {
    try (file) {
      return file.readAllAsString();
    }
  }

  private static String refusal(InputStream in) {
    var problems = new Problems("file");
    try {
      read(in);
    } catch (InputFile.Refused e) {
      e.note(problems);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var said = new StringWriter();
    problems.print(new PrintWriter(said));
    return said.toString().strip();
  }

  /** As a pipe may be: never more than one byte at a time. */
  private static InputStream oneByOne(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1));
      }
    };
  }
}
