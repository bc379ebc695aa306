package dev.moim.architecture.planted.clean.domain.shared;

/** Something that happened. */
public interface DomainEvent {}
