package dev.moim.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.bootstrap.category.CategoryFiles;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.matching.Relaxation.AnyValue;
import dev.moim.domain.matching.Relaxation.SmallerGroup;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeopleFileTest {
  private static final String HEADER =
      "id,category,place,way,time,size_min,size_max,expires_at,relax\n";

  @Test
  void a_row_says_until_when_somebody_waits_and_what_they_give_up_by_then() throws IOException {
    PeopleFile.Row row =
        onlyRow("a,meal,,,,3,4,2026-11-20T19:30+09:00,way@90s|time@20m | size-2@1h|place@1d\n");

    assertThat(row.expiresAt()).contains(Instant.parse("2026-11-20T10:30:00Z"));
    assertThat(row.relaxations())
        .containsExactly(
            new AnyValue(new FacetKey("way"), Duration.ofSeconds(90)),
            new AnyValue(new FacetKey("time"), Duration.ofMinutes(20)),
            new SmallerGroup(2, Duration.ofHours(1)),
            new AnyValue(new FacetKey("place"), Duration.ofDays(1)));
  }

  @Test
  void empty_columns_say_nothing_of_waiting() throws IOException {
    PeopleFile.Row row = onlyRow("a,meal,,,,3,4,,\n");

    assertThat(row.expiresAt()).isEmpty();
    assertThat(row.relaxations()).isEmpty();
  }

  private static PeopleFile.Row onlyRow(String row) throws IOException {
    var problems = new Problems("people.csv");
    List<PeopleFile.Row> rows =
        PeopleFile.read(
                new StringReader(HEADER + row),
                CategoryFiles.read(Optional.empty()),
                Optional.empty(),
                problems)
            .rows();
    assertThat(problems.isEmpty()).isTrue();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
