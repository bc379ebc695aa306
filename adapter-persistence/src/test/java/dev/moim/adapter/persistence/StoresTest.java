package dev.moim.adapter.persistence;

@EachDatabase
class StoresTest extends StoreContracts {
  private final TestDatabase database;

  StoresTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  TestDatabase database() {
    return database;
  }
}
