/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.room;

import org.jspecify.annotations.NullMarked;
