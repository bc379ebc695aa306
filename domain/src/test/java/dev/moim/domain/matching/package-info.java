/** Tests of this context. */
@NullMarked
package dev.moim.domain.matching;

import org.jspecify.annotations.NullMarked;
