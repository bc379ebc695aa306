/** Rooms that a member opens and others join. */
@NullMarked
package dev.moim.domain.room;

import org.jspecify.annotations.NullMarked;
