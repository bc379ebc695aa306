/** Meetings on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.meeting;

import org.jspecify.annotations.NullMarked;
