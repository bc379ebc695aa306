/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.member;

import org.jspecify.annotations.NullMarked;
