/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.moderation;

import org.jspecify.annotations.NullMarked;
