/** Tests of this part of the domain. */
@NullMarked
package dev.moim.domain.notification;

import org.jspecify.annotations.NullMarked;
