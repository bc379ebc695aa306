package dev.moim.adapter.persistence.shared;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierCaseStrategy;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;

/**
 * MySQL, reached by MariaDB's driver. Hibernate tells the two apart by the driver, too, so it has
 * to be told; and what this driver says of the case of names would have it look for tables in
 * capitals.
 */
public final class MySqlByMariaDbDriver extends MySQLDialect {
  public MySqlByMariaDbDriver(DialectResolutionInfo server) {
    super(server);
  }

  @Override
  public IdentifierHelper buildIdentifierHelper(
      IdentifierHelperBuilder builder, DatabaseMetaData database) throws SQLException {
    builder.setUnquotedCaseStrategy(IdentifierCaseStrategy.MIXED);
    builder.setQuotedCaseStrategy(IdentifierCaseStrategy.MIXED);
    return super.buildIdentifierHelper(builder, database);
  }
}
