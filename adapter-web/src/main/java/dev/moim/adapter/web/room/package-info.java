/** Rooms over HTTP. */
@NullMarked
package dev.moim.adapter.web.room;

import org.jspecify.annotations.NullMarked;
