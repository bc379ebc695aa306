package dev.moim.bootstrap.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which a command writes its rows; an empty value has no text. */
enum Format {
  /** RFC 4180 with a header; lines end with a line feed. */
  CSV {
    @Override
    void write(List<String> columns, Stream<List<Optional<Object>>> rows, Writer out)
        throws IOException {
      var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
      writer.writeRecord(columns);
      rows.forEach(row ->
          writer.writeRecord(row.stream().map(v -> v.map(Object::toString).orElse("")).toList()));
      writer.flush();
    }
  },

  /** One JSON object for each row. */
  JSON {
    @Override
    void write(List<String> columns, Stream<List<Optional<Object>>> rows, Writer out) {
      var mapper = JsonMapper.builder().build();
      rows.forEach(row -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          object.put(columns.get(i), row.get(i).orElse(null));
        }
        try {
          out.write(mapper.writeValueAsString(object) + "\n");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  };

  abstract void write(List<String> columns, Stream<List<Optional<Object>>> rows, Writer out)
      throws IOException;
}
