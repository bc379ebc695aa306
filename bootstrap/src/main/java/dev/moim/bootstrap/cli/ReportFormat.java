package dev.moim.bootstrap.cli;

import dev.moim.application.matching.port.in.Simulation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The forms in which {@code moim simulate} writes its report. */
enum ReportFormat {
  /** Tables for people. */
  TEXT {
    @Override
    void write(List<Simulation> reports, Writer out) throws IOException {
      out.write(new TextReport(reports).text());
    }
  },

  /** A row for each policy, with all numbers in columns. */
  CSV {
    @Override
    void write(List<Simulation> reports, Writer out) throws IOException {
      DataReport.flat(reports, out);
    }
  },

  /** An object for each policy, in a line of its own. */
  JSON {
    @Override
    void write(List<Simulation> reports, Writer out) throws IOException {
      DataReport.nested(reports, out);
    }
  };

  abstract void write(List<Simulation> reports, Writer out) throws IOException;
}
