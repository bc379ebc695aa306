package dev.moim.architecture.planted.no_standard_streams.adapter.web.room;

import dev.moim.architecture.planted.Planted;

@Planted
final class Prints {
  void print() {
    System.out.println("joined");
  }
}
