/**
 * What people ask for: the algebra of match conditions, and the categories that give it its facets.
 */
@NullMarked
package dev.moim.domain.condition;

import org.jspecify.annotations.NullMarked;
