package dev.moim.adapter.web.provider;

import java.util.Optional;

/**
 * Somebody as a provider knows them.
 *
 * @param subject how it names the account, for good
 * @param emailVerified whether it vouches for the address
 * @param name what it calls them; empty if it calls them nothing
 */
record Identified(String subject, Optional<String> email, boolean emailVerified, String name) {
  @Override
  public String toString() {
    return "Identified[…]";
  }
}
