package dev.moim.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseKindTest {
  @Test
  void a_file_of_this_process_is_stored_by_us_after_each_commit() {
    String url = "jdbc:h2:file:./data/moim";

    assertThat(DatabaseKind.H2.storesAfterCommit(url)).isTrue();
    assertThat(DatabaseKind.H2.connectionUrl(url)).contains(";WRITE_DELAY=500");
  }

  @Test
  void a_file_that_others_may_have_open_is_stored_by_each_commit() {
    String url = "jdbc:h2:~/moim;auto_server=true";

    assertThat(DatabaseKind.H2.storesAfterCommit(url)).isFalse();
    assertThat(DatabaseKind.H2.connectionUrl(url)).contains(";WRITE_DELAY=0");
  }

  @Test
  void what_the_url_says_of_storing_stays() {
    String url = "jdbc:h2:file:./data/moim;write_delay=10";

    assertThat(DatabaseKind.H2.storesAfterCommit(url)).isFalse();
    assertThat(DatabaseKind.H2.connectionUrl(url)).doesNotContain("WRITE_DELAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:moim", "jdbc:h2:tcp://host/moim", "jdbc:h2:ssl://host/moim"})
  void what_is_no_file_of_ours_is_left_alone(String url) {
    assertThat(DatabaseKind.H2.storesAfterCommit(url)).isFalse();
    assertThat(DatabaseKind.H2.connectionUrl(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://host/moim, jdbc:postgresql://host/moim?reWriteBatchedInserts=true&logServerErrorDetail=false",
    "jdbc:postgresql://host/moim?sslmode=verify-full,"
        + " jdbc:postgresql://host/moim?sslmode=verify-full"
        + "&reWriteBatchedInserts=true&logServerErrorDetail=false",
    "jdbc:postgresql://host/moim?reWriteBatchedInserts=false,"
        + " jdbc:postgresql://host/moim?reWriteBatchedInserts=false&logServerErrorDetail=false",
    "jdbc:mariadb://host/moim, jdbc:mariadb://host/moim?useServerPrepStmts=true",
    "jdbc:mysql://host/moim?permitMysqlScheme,"
        + " jdbc:mysql://host/moim?permitMysqlScheme&useServerPrepStmts=true",
    "jdbc:mysql://host/moim, jdbc:mysql://host/moim?permitMysqlScheme=true&useServerPrepStmts=true",
  })
  void drivers_are_told_what_they_do_not_by_themselves(String url, String complete) {
    assertThat(DatabaseKind.of(url).connectionUrl(url)).isEqualTo(complete);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mariadb://host/moim?a=1&xuseServerPrepStmts=false,"
        + " jdbc:mariadb://host/moim?a=1&xuseServerPrepStmts=false&useServerPrepStmts=true",
    "jdbc:mariadb://host/moim?useserverprepstmts=false,"
        + " jdbc:mariadb://host/moim?useserverprepstmts=false",
    "jdbc:mysql://host/moim?permitmysqlscheme&USESERVERPREPSTMTS,"
        + " jdbc:mysql://host/moim?permitmysqlscheme&USESERVERPREPSTMTS&permitMysqlScheme=true",
    "jdbc:mariadb://host/moim?useServerPrepStmtsToo=1,"
        + " jdbc:mariadb://host/moim?useServerPrepStmtsToo=1&useServerPrepStmts=true",
    "jdbc:mariadb://host/moim?password=useServerPrepStmts,"
        + " jdbc:mariadb://host/moim?password=useServerPrepStmts&useServerPrepStmts=true",
    "jdbc:mariadb://host/useServerPrepStmts, jdbc:mariadb://host/useServerPrepStmts?useServerPrepStmts=true",
    "jdbc:mariadb://host/moim?a=1&useServerPrepStmts=false, jdbc:mariadb://host/moim?a=1&useServerPrepStmts=false",
    "jdbc:mysql://permitMysqlScheme/moim?useServerPrepStmts=false,"
        + " jdbc:mysql://permitMysqlScheme/moim?useServerPrepStmts=false&permitMysqlScheme=true",
  })
  void a_parameter_counts_as_given_only_by_all_of_its_name(String url, String complete) {
    assertThat(DatabaseKind.of(url).connectionUrl(url)).isEqualTo(complete);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./WRITE_DELAY=1/moim",
        "jdbc:h2:file:./moim;MY_WRITE_DELAY=1",
        "jdbc:h2:file:./moim;WRITE_DELAYS=1",
        "jdbc:h2:file:./moim;INIT=set @x=1\\;WRITE_DELAY=1"
      })
  void a_parameter_of_h2_counts_as_given_only_by_all_of_its_name(String url) {
    assertThat(DatabaseKind.H2.storesAfterCommit(url)).isTrue();
    assertThat(DatabaseKind.H2.connectionUrl(url))
        .isEqualTo(
            url
                + ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0"
                + ";QUERY_CACHE_SIZE=256");
  }

  @Test
  void what_an_h2_url_says_among_others_stays() {
    String url = "jdbc:h2:file:./moim;a=1;Max_Compact_Time=5;write_delay=7";

    assertThat(DatabaseKind.H2.connectionUrl(url))
        .isEqualTo(url + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=256");
  }

  @Test
  void a_server_of_another_kind_than_the_url_says_is_refused() {
    assertThatThrownBy(() -> DatabaseKind.MYSQL.refuseOther("MariaDB"))
        .hasMessage("the JDBC URL starts with jdbc:mysql: and the server is MariaDB");
    assertThatThrownBy(() -> DatabaseKind.MARIADB.refuseOther("MySQL"))
        .hasMessage("the JDBC URL starts with jdbc:mariadb: and the server is MySQL");
    assertThatCode(() -> DatabaseKind.MYSQL.refuseOther("MySQL")).doesNotThrowAnyException();
    assertThatCode(() -> DatabaseKind.MARIADB.refuseOther("MariaDB")).doesNotThrowAnyException();
  }

  @Test
  void other_databases_store_by_themselves() {
    assertThat(DatabaseKind.POSTGRESQL.storesAfterCommit("jdbc:postgresql://host/moim")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://host:5432/moim?user=a&password=b, jdbc:postgresql://host:5432/moim",
    "jdbc:h2:file:./data/moim;PASSWORD=b, jdbc:h2:file:./data/moim",
    "jdbc:mariadb://a:b@host/moim, jdbc:mariadb://host/moim",
    "jdbc:mariadb://a:b@b@host/moim?user=a, jdbc:mariadb://host/moim",
    "jdbc:mysql://a:b?b@host/moim, jdbc:mysql://",
    "jdbc:mysql://a:b;b/b@host/moim, jdbc:mysql://",
    "jdbc:mysql://host/moim?password=a@b, jdbc:mysql://",
  })
  void what_is_shown_of_a_url_holds_no_password(String url, String shown) {
    assertThat(DatabaseKind.withoutSecrets(url)).isEqualTo(shown);
  }
}
