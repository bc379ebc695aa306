/** Tests of this context. */
@NullMarked
package dev.moim.application.matching;

import org.jspecify.annotations.NullMarked;
