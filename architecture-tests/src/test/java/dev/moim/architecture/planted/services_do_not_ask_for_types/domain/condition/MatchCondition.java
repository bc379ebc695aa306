package dev.moim.architecture.planted.services_do_not_ask_for_types.domain.condition;

/** Kinds of conditions. */
public sealed interface MatchCondition {
  /** A kind. */
  record Range(int from, int to) implements MatchCondition {}

  /** Another kind. */
  record OneOf(String option) implements MatchCondition {}
}
