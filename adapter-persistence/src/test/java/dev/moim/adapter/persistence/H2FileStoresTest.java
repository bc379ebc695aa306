package dev.moim.adapter.persistence;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2FileStoresTest extends StoreContracts {
  private final TestDatabase database = TestDatabase.inFile();

  @Override
  TestDatabase database() {
    return database;
  }

  @AfterAll
  void close() {
    database.close();
  }
}
