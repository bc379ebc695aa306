@NullMarked
package dev.moim.architecture.planted.clean.adapter.persistence.room;

import org.jspecify.annotations.NullMarked;
