/** Rooms on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.room;

import org.jspecify.annotations.NullMarked;
