package dev.moim.bootstrap.category;

/** A mistake in the configuration of the categories; the message is one line that names the key. */
public final class CategoryConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CategoryConfigurationException(String message) {
    super(message);
  }
}
