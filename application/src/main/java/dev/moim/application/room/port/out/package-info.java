/** What the use cases of rooms need from outside. */
@NullMarked
package dev.moim.application.room.port.out;

import org.jspecify.annotations.NullMarked;
