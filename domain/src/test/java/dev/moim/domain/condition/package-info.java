/** Tests of this context. */
@NullMarked
package dev.moim.domain.condition;

import org.jspecify.annotations.NullMarked;
