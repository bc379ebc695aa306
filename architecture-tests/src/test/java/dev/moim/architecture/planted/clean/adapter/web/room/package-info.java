@NullMarked
package dev.moim.architecture.planted.clean.adapter.web.room;

import org.jspecify.annotations.NullMarked;
