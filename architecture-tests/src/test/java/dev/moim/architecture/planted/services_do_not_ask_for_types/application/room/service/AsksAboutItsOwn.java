package dev.moim.architecture.planted.services_do_not_ask_for_types.application.room.service;

/** Allowed: not a kind of the domain. */
final class AsksAboutItsOwn {
  boolean isText(Object value) {
    return value instanceof String;
  }
}
