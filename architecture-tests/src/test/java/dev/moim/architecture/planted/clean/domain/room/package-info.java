@NullMarked
package dev.moim.architecture.planted.clean.domain.room;

import org.jspecify.annotations.NullMarked;
