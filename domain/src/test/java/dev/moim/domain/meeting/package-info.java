/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.meeting;

import org.jspecify.annotations.NullMarked;
