/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.shared;

import org.jspecify.annotations.NullMarked;
