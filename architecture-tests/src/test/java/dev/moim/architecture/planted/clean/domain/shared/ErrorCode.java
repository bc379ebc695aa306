package dev.moim.architecture.planted.clean.domain.shared;

/** A reason to refuse. */
public interface ErrorCode {}
