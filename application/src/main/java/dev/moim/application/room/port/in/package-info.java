/** What can be done with rooms. */
@NullMarked
package dev.moim.application.room.port.in;

import org.jspecify.annotations.NullMarked;
