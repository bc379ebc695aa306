package dev.moim.adapter.persistence;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2MemoryStoresTest extends StoreContracts {
  private final TestDatabase database = TestDatabase.inMemory("contracts");

  @Override
  TestDatabase database() {
    return database;
  }

  @AfterAll
  void close() {
    database.close();
  }
}
