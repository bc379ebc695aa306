@NullMarked
package dev.moim.architecture.planted.clean.application.room.port.in;

import org.jspecify.annotations.NullMarked;
