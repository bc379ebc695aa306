package dev.moim.architecture.planted.contexts_depend_only_as_declared.domain.shared;

/** An event. */
public interface DomainEvent {}
