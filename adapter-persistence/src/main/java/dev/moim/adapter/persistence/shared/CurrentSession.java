package dev.moim.adapter.persistence.shared;

import java.util.Set;
import org.hibernate.Session;

/** The session of the transaction that the calling thread runs. */
public interface CurrentSession {
  /**
   * @throws IllegalStateException if no transaction is running
   */
  Session reading();

  /**
   * @throws IllegalStateException if no write transaction is running
   */
  Session writing();

  /** The kinds of rows that the running write has changed; to be added to and taken from. */
  Set<Class<?>> changed();
}
