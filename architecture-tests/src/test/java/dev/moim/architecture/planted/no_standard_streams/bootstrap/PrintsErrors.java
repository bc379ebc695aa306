package dev.moim.architecture.planted.no_standard_streams.bootstrap;

import dev.moim.architecture.planted.Planted;

@Planted
final class PrintsErrors {
  void print(Exception e) {
    e.printStackTrace(System.err);
  }
}
