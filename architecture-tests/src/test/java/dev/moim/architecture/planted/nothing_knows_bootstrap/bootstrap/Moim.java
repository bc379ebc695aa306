package dev.moim.architecture.planted.nothing_knows_bootstrap.bootstrap;

/** The program. */
public final class Moim {}
