@NullMarked
package dev.moim.architecture.planted.clean.application.room.port.out;

import org.jspecify.annotations.NullMarked;
