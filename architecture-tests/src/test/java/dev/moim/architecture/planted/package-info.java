/**
 * Miniature houses: one for each rule, in the package of its name, with classes {@link
 * dev.moim.architecture.planted.Planted planted} to break it; and {@code clean}, which keeps all
 * rules. Only {@code clean} is null-marked throughout, since the others need no more than what
 * shows their rule to bite.
 */
@NullMarked
package dev.moim.architecture.planted;

import org.jspecify.annotations.NullMarked;
