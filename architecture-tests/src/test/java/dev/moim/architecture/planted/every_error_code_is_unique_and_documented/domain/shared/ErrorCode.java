package dev.moim.architecture.planted.every_error_code_is_unique_and_documented.domain.shared;

/** A code. */
public interface ErrorCode {}
