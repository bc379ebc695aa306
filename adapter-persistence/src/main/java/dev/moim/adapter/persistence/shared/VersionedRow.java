package dev.moim.adapter.persistence.shared;

import dev.moim.domain.shared.Version;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.UUID;

/**
 * The row of an aggregate. It is written when it was saved and only then, whether or not a column
 * differs, so that each save advances the version; see {@link SavedRowsAreWritten}.
 */
@MappedSuperclass
public abstract class VersionedRow {
  @Id private UUID id = new UUID(0, 0);
  @jakarta.persistence.Version private long version;
  @Transient private boolean saved;

  protected VersionedRow() {}

  public UUID id() {
    return id;
  }

  /** The version as it stands in the store at the end of the transaction. */
  public Version version() {
    return new Version(saved ? version + 1 : version);
  }

  void beginAt(UUID newId) {
    id = newId;
    version = Version.NEW.next().value();
  }

  boolean isSaved() {
    return saved;
  }

  void markSaved() {
    saved = true;
  }

  void markWritten() {
    saved = false;
  }
}
